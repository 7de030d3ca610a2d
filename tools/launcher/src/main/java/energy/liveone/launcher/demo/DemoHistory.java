package energy.liveone.launcher.demo;

import energy.liveone.launcher.demo.LiveOneApi.Imported;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Gives the demo systems the days before they existed. Pieces of six hours, newest first and all
 * systems in turn, so that the first screen fills at once; each finished piece is noted and not
 * repeated.
 */
final class DemoHistory {
  static final Duration LENGTH = Duration.ofDays(7);
  static final Duration PIECE = Duration.ofHours(6);
  private static final Duration SMALLEST_GAP = Duration.ofMinutes(2);

  private final LiveOneApi api;
  private final SimulatorControl simulator;
  private final DemoNotes notes;
  private final String token;
  private long stored;
  private boolean anyImported;

  DemoHistory(LiveOneApi api, SimulatorControl simulator, DemoNotes notes, String token) {
    this.api = api;
    this.simulator = simulator;
    this.notes = notes;
    this.token = token;
  }

  /** Fills what happened while nothing ran: (last, now]. */
  void fillGap(DemoSystem system, int id, Instant last, Instant now) {
    Instant from = last.isBefore(now.minus(LENGTH)) ? now.minus(LENGTH) : last;
    if (Duration.between(from, now).compareTo(SMALLEST_GAP) < 0) {
      return;
    }
    for (Instant to = now; to.isAfter(from); to = to.minus(PIECE)) {
      Instant start = to.minus(PIECE);
      importPiece(system, id, start.isBefore(from) ? from : start, to);
    }
  }

  /**
   * Imports the missing pieces of the given systems. A system whose history is refused does not
   * keep the others waiting; its points may only be known after its first poll.
   *
   * @return what is still missing, why; empty when nothing is
   */
  Optional<String> importAll(Map<DemoSystem, Integer> ids) {
    Set<DemoSystem> refused = new HashSet<>();
    Optional<String> problem = Optional.empty();
    int pieces = (int) LENGTH.dividedBy(PIECE);
    for (int piece = 0; piece < pieces; piece++) {
      for (Map.Entry<DemoSystem, Integer> entry : ids.entrySet()) {
        DemoSystem system = entry.getKey();
        if (refused.contains(system) || notes.importedPieces(system) > piece) {
          continue;
        }
        Instant live = notes.liveSince(system).orElseThrow();
        Instant to = live.minus(PIECE.multipliedBy(piece));
        Imported imported = importPiece(system, entry.getValue(), to.minus(PIECE), to);
        if (imported.rejected() > 0) {
          refused.add(system);
          problem =
              Optional.of(
                  imported.rejected() + " readings of " + system.alias() + " were rejected");
        } else {
          notes.rememberImportedPieces(system, piece + 1);
          anyImported = true;
        }
      }
    }
    return problem;
  }

  private Imported importPiece(DemoSystem system, int id, Instant from, Instant to) {
    Imported imported = api.importReadings(token, id, simulator.history(system, from, to));
    stored += imported.stored();
    return imported;
  }

  /** Whether a piece was imported that was missing. */
  boolean anyImported() {
    return anyImported;
  }

  /** Readings that were new to the server. */
  long stored() {
    return stored;
  }
}
