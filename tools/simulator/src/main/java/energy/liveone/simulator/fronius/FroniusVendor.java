package energy.liveone.simulator.fronius;

import energy.liveone.simulator.fault.CallKind;
import energy.liveone.simulator.fault.FaultName;
import energy.liveone.simulator.fault.FaultView;
import energy.liveone.simulator.json.JsonText;
import energy.liveone.simulator.vendor.ControlInput;
import energy.liveone.simulator.vendor.ControlRefusal;
import energy.liveone.simulator.vendor.ControlReply;
import energy.liveone.simulator.vendor.ControlRequest;
import energy.liveone.simulator.vendor.Reply;
import energy.liveone.simulator.vendor.SimulatedSite;
import energy.liveone.simulator.vendor.SimulatedVendor;
import energy.liveone.simulator.vendor.SimulatorContext;
import energy.liveone.simulator.vendor.Target;
import energy.liveone.simulator.vendor.VendorRequest;
import jakarta.json.JsonArrayBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** All Fronius collectors. */
public final class FroniusVendor implements SimulatedVendor {

  static final String NAME = "fronius";

  /** How often senders look whether something is due, in real time. */
  private static final int WAKE_MS = 50;

  private final SimulatorContext context;
  private final FroniusSites sites;
  private final PushClient client = new PushClient();
  private final Map<String, FroniusSender> senders = new ConcurrentSkipListMap<>();
  private final ScheduledExecutorService waker =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "fronius-senders");
            thread.setDaemon(true);
            return thread;
          });

  public FroniusVendor(SimulatorContext context) {
    this.context = context;
    sites = new FroniusSites(context.seed());
    var unused =
        waker.scheduleWithFixedDelay(this::wakeAll, WAKE_MS, WAKE_MS, TimeUnit.MILLISECONDS);
  }

  /** One sender's trouble must not keep the others from being woken. */
  private void wakeAll() {
    for (FroniusSender sender : senders.values()) {
      try {
        sender.wake();
      } catch (RuntimeException failure) {
        System.getLogger(NAME)
            .log(System.Logger.Level.ERROR, "sender " + sender.settings() + " failed", failure);
      }
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  /** Those of a device; the ones of a server are LiveOne's own to have. */
  @Override
  public List<FaultName> faults() {
    return FaultName.commonWithout(
        FaultName.EXPIRE_TOKEN, FaultName.HTTP_429, FaultName.HTTP_500, FaultName.HTTP_503);
  }

  @Override
  public boolean isReading(String field) {
    return FroniusBody.isReading(field);
  }

  @Override
  public Target identify(VendorRequest request) {
    return Target.of(CallKind.UNKNOWN);
  }

  @Override
  public Reply reply(VendorRequest request, Target target, FaultView faults) {
    return Reply.text(404, "Fronius sites push; there is nothing to call.");
  }

  @Override
  public Optional<SimulatedSite> site(String id) {
    return Optional.of(sites.site(id));
  }

  @Override
  public ControlReply control(ControlRequest request) {
    if (!request.segment(0).equals(Optional.of("senders")) || request.segments().size() > 2) {
      throw ControlRefusal.notFound("fronius knows /control/fronius/senders[/{siteId}]");
    }
    Optional<String> site = request.segment(1);
    return switch (request.method()) {
      case "POST" -> create(request, site);
      case "PUT" -> change(request, sender(site));
      case "GET" -> site.isEmpty() ? all() : shown(200, sender(site));
      case "DELETE" -> delete(site);
      default -> throw ControlRefusal.notFound("senders know GET, POST, PUT and DELETE");
    };
  }

  private FroniusSender sender(Optional<String> site) {
    return site.map(senders::get)
        .orElseThrow(() -> ControlRefusal.notFound("no sender of site " + site.orElse("")));
  }

  /** A sender that is there already keeps what it has not delivered. */
  private ControlReply create(ControlRequest request, Optional<String> inPath) {
    String id =
        ControlInput.text(request.body(), "siteId")
            .or(() -> inPath)
            .filter(text -> text.matches("[A-Za-z0-9._-]{1,64}"))
            .orElseThrow(
                () -> ControlRefusal.badRequest("siteId must be 1 to 64 letters, digits, . _ -"));
    SenderSettings settings = SenderSettings.create(id, request.body());
    FroniusSite site = sites.configured(id, request.body());
    FroniusSender sender =
        senders.compute(
            id,
            (key, present) -> {
              if (present != null) {
                present.change(site, settings);
                return present;
              }
              return new FroniusSender(context, client, site, settings);
            });
    return shown(201, sender);
  }

  private ControlReply change(ControlRequest request, FroniusSender sender) {
    SenderSettings settings = sender.settings().changedBy(request.body());
    sender.change(sites.configured(settings.siteId(), request.body()), settings);
    return shown(200, sender);
  }

  private ControlReply delete(Optional<String> site) {
    List<String> ids = site.map(List::of).orElseGet(() -> List.copyOf(senders.keySet()));
    int deleted = 0;
    for (String id : ids) {
      FroniusSender sender = senders.remove(id);
      if (sender != null) {
        sender.close();
        deleted++;
      }
    }
    return ControlReply.ok(JsonText.object().add("deleted", deleted));
  }

  private ControlReply all() {
    JsonArrayBuilder list = JsonText.array();
    senders.values().forEach(sender -> list.add(sender.json()));
    return ControlReply.ok(JsonText.object().add("senders", list));
  }

  private static ControlReply shown(int status, FroniusSender sender) {
    return new ControlReply.Document(status, sender.json());
  }

  @Override
  public void close() {
    waker.shutdownNow();
    senders.values().forEach(FroniusSender::close);
  }
}
