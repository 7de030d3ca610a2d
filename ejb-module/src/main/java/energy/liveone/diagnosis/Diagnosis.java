package energy.liveone.diagnosis;

import energy.liveone.history.Contact;
import energy.liveone.history.SystemOverview;
import energy.liveone.polling.PlannedPoll;
import energy.liveone.polling.WhyThen;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One system as its administrator has to see it.
 *
 * @param polled whether its vendor is one that we call
 * @param keyMadeAtOrNull since when its device has its key; null where none pushes
 * @param cadence usual time between two polls or pushes
 * @param contacts the newest attempts, newest first
 */
public record Diagnosis(
    SystemOverview system,
    boolean polled,
    @Nullable Instant keyMadeAtOrNull,
    Duration cadence,
    PlannedPoll plan,
    WhyThen why,
    List<Contact> contacts,
    List<PointState> points) {

  /** The newest attempt. */
  public Optional<Contact> lastContact() {
    return contacts.stream().findFirst();
  }

  /** Since when its device has its key. */
  public Optional<Instant> keyMadeAt() {
    return Optional.ofNullable(keyMadeAtOrNull);
  }
}
