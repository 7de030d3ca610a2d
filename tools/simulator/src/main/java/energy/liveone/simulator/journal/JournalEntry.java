package energy.liveone.simulator.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One call, already redacted.
 *
 * @param time real time at which it began
 * @param virtualTime the simulated sites' time then
 * @param incoming whether LiveOne called the vendor; otherwise a simulated device called LiveOne
 * @param sites the sites concerned: one for a data call, all sites of the account for a login,
 *     possibly none
 * @param status the status answered, or 0 when there was no answer
 * @param faults names of the faults that struck
 */
public record JournalEntry(
    Instant time,
    Instant virtualTime,
    boolean incoming,
    String vendor,
    List<String> sites,
    String kind,
    String method,
    String path,
    Map<String, String> headers,
    int status,
    Duration duration,
    List<String> faults) {

  public JournalEntry {
    sites = List.copyOf(sites);
    faults = List.copyOf(faults);
    headers = Map.copyOf(headers);
  }
}
