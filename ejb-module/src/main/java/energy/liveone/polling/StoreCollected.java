package energy.liveone.polling;

import energy.liveone.discovery.DiscoverPoints;
import energy.liveone.notice.JpaNotices;
import energy.liveone.reading.Delivery;
import energy.liveone.reading.ReadingWriter;
import energy.liveone.reading.Written;
import energy.liveone.system.SystemId;
import energy.liveone.system.SystemRepository;
import energy.liveone.system.SystemStatus;
import energy.liveone.vendor.Failure;
import energy.liveone.vendor.FetchResult;
import energy.liveone.vendor.FetchResult.Failed;
import energy.liveone.vendor.Measurements;
import energy.liveone.vendor.VendorAdapter;
import energy.liveone.vendor.VendorRegistry;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Logger;

/**
 * Stores polls: readings, aggregates, latest values, sessions and schedule in one transaction for
 * many polls.
 */
@Dependent
public class StoreCollected {
  private static final Logger LOG = Logger.getLogger(StoreCollected.class.getName());

  private final DiscoverPoints points;
  private final ReadingWriter writer;
  private final JpaAttemptLog log;
  private final JpaPollSchedule schedule;
  private final SystemRepository systems;
  private final VendorRegistry vendors;
  private final JpaNotices notices;
  private final Clock clock;

  @Inject
  StoreCollected(
      DiscoverPoints points,
      ReadingWriter writer,
      JpaAttemptLog log,
      JpaPollSchedule schedule,
      SystemRepository systems,
      VendorRegistry vendors,
      JpaNotices notices,
      Clock clock) {
    this.points = points;
    this.writer = writer;
    this.log = log;
    this.schedule = schedule;
    this.systems = systems;
    this.vendors = vendors;
    this.notices = notices;
    this.clock = clock;
  }

  /** Stores polls; all of them or, when this throws, none. */
  @Transactional(TxType.REQUIRES_NEW)
  public void store(List<Collected> polls) {
    List<Written> written = writer.write(polls.stream().map(this::delivery).toList());
    Instant now = clock.instant();
    List<Attempt> attempts = new ArrayList<>(polls.size());
    List<JpaPollSchedule.Completion> completions = new ArrayList<>(polls.size());
    for (int i = 0; i < polls.size(); i++) {
      if (written.get(i).exists()) {
        attempts.add(PollAttempt.of(polls.get(i), written.get(i)));
        completions.add(completion(polls.get(i), now));
      }
    }
    log.add(attempts);
    schedule.complete(completions);
    schedule.remember(newMemories(polls));
  }

  /** Memories that changed; most never do. */
  private static Map<SystemId, Map<String, String>> newMemories(List<Collected> polls) {
    Map<SystemId, Map<String, String>> memories = new LinkedHashMap<>();
    for (Collected poll : polls) {
      Map<String, String> notes = poll.poll().memory().notes();
      if (!notes.equals(poll.system().memory())) {
        memories.put(poll.system().id(), notes);
      }
    }
    return memories;
  }

  /** Puts on record that a person's poll was not made, and leaves the schedule as it was. */
  @Transactional(TxType.REQUIRES_NEW)
  public void refuse(ClaimedSystem system, SessionCause cause, Failure refusal) {
    Instant now = clock.instant();
    log.add(
        List.of(
            new Attempt(
                system.id(),
                system.vendor(),
                system.name(),
                cause,
                now,
                Duration.ZERO,
                false,
                refusal.code().name(),
                refusal.detail(),
                null,
                null,
                0)));
    schedule.giveBack(List.of(new JpaPollSchedule.Postponed(system.id(), system.due(), null)));
  }

  private Delivery delivery(Collected poll) {
    Measurements told =
        poll.result()
            .fold(
                fetched -> fetched.measurements(),
                nothing -> Measurements.NONE,
                failed -> Measurements.NONE);
    Measurements all = points.settle(poll.system().id(), told);
    return new Delivery(poll.system().id(), all.samples(), all.intervals(), all.forecasts());
  }

  private JpaPollSchedule.Completion completion(Collected poll, Instant now) {
    SystemId id = poll.system().id();
    VendorAdapter adapter = vendors.adapter(poll.system().vendor()).orElseThrow();
    NextPoll next = new NextPoll(Admission.site(adapter, poll.system()), poll.outlooks());
    FetchResult result = poll.result();
    if (!(result instanceof Failed failed)) {
      return new JpaPollSchedule.Completion(id, next.afterSuccess(now), 0, poll.started(), true);
    }
    int failures = poll.system().failures() + 1;
    Optional<Instant> due = next.afterFailure(failed.failure(), failures, now);
    if (due.isEmpty()) {
      stop(id, failed.failure(), now);
    }
    return new JpaPollSchedule.Completion(id, due.orElse(null), failures, poll.started(), false);
  }

  private void stop(SystemId id, Failure failure, Instant now) {
    systems
        .find(id)
        .ifPresent(
            system -> {
              system.changeStatus(
                  SystemStatus.ERROR, failure.code() + ": " + shortened(failure.detail()), now);
              notices.tellOwner(id, failure.code().name(), failure.detail(), now);
              LOG.warning(() -> "System %s is stopped after %s".formatted(id, failure.code()));
            });
  }

  private static String shortened(String detail) {
    return detail.length() <= 200 ? detail : detail.substring(0, 200);
  }
}
