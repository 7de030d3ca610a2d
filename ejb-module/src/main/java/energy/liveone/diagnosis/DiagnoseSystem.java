package energy.liveone.diagnosis;

import energy.liveone.access.Permission;
import energy.liveone.access.RequireAdmin;
import energy.liveone.access.RequireSystemAccess;
import energy.liveone.diagnosis.PointState.Refused;
import energy.liveone.history.Contact;
import energy.liveone.history.ContactLog;
import energy.liveone.history.SystemsOverview;
import energy.liveone.point.PointKey;
import energy.liveone.point.PointRepository;
import energy.liveone.polling.JpaPollPlans;
import energy.liveone.polling.JpaPushKeys;
import energy.liveone.polling.PlannedPoll;
import energy.liveone.polling.VendorView;
import energy.liveone.polling.WhyThen;
import energy.liveone.polling.WhyThen.Facts;
import energy.liveone.reading.LatestSnapshot;
import energy.liveone.reading.LatestValues;
import energy.liveone.system.MonitoredSystem;
import energy.liveone.system.SystemId;
import energy.liveone.system.SystemRepository;
import energy.liveone.vendor.VendorAdapter;
import energy.liveone.vendor.VendorRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gathers what is known of one system, for administrators. */
@ApplicationScoped
public class DiagnoseSystem {
  private static final int CONTACTS = 5;
  private static final Duration LATELY = Duration.ofDays(1);

  /** An answer waits so long at most until it is stored. */
  private static final Duration STORING = Duration.ofSeconds(1);

  @Inject private SystemsOverview overviews;
  @Inject private SystemRepository systems;
  @Inject private VendorRegistry vendors;
  @Inject private JpaPollPlans plans;
  @Inject private JpaPushKeys pushKeys;
  @Inject private ContactLog log;
  @Inject private PointRepository points;
  @Inject private LatestValues latest;
  @Inject private JpaRefusedReadings refused;
  @Inject private Clock clock;

  /** All of it. */
  @RequireAdmin
  @RequireSystemAccess(Permission.WRITE)
  public Diagnosis of(SystemId id) {
    MonitoredSystem system = systems.find(id).orElseThrow();
    Optional<VendorAdapter> vendor = vendors.adapter(system.vendorType());
    boolean polled = vendor.filter(adapter -> adapter.capabilities().polled()).isPresent();
    PlannedPoll plan = plans.line(id);
    List<Contact> contacts = log.page(id, Instant.EPOCH, 0, CONTACTS);
    Facts facts =
        new Facts(
            system.status(),
            polled,
            system.grantId().isPresent(),
            system.statusReason().orElse(null),
            plan,
            vendor.flatMap(adapter -> beat(adapter, system, plan, contacts)).orElse(null),
            contacts.isEmpty() ? null : contacts.get(0).errorCode());
    return new Diagnosis(
        overviews.of(id),
        polled,
        pushKeys.madeAt(id).orElse(null),
        Duration.ofSeconds(system.sampleCadenceSeconds()),
        plan,
        WhyThen.of(facts, clock.instant()),
        contacts,
        pointsOf(id));
  }

  /** The beat that the schedule would have kept if there were calls for all of them. */
  private static Optional<Instant> beat(
      VendorAdapter adapter, MonitoredSystem system, PlannedPoll plan, List<Contact> contacts) {
    if (adapter.quotaLimits().isEmpty()) {
      return Optional.empty();
    }
    Duration took =
        contacts.stream().findFirst().map(Contact::duration).orElse(Duration.ZERO).plus(STORING);
    return plan.lastAttempt()
        .map(
            attempt ->
                adapter
                    .rhythm()
                    .next(
                        attempt.plus(took), VendorView.of(system), VendorView.place(system.id())));
  }

  private List<PointState> pointsOf(SystemId id) {
    @Nullable LatestSnapshot values = latest.of(List.of(id)).get(id);
    Map<PointKey, Refused> lately = refused.of(id, clock.instant().minus(LATELY));
    return points.of(id).stream()
        .map(
            point ->
                PointState.of(
                    point,
                    Optional.ofNullable(values).flatMap(snapshot -> snapshot.of(point.id())),
                    lately.get(point.key())))
        .toList();
  }
}
