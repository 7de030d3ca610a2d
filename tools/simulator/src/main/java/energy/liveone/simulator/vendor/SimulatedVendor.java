package energy.liveone.simulator.vendor;

import energy.liveone.simulator.fault.FaultName;
import energy.liveone.simulator.fault.FaultView;
import java.util.List;
import java.util.Optional;

/**
 * One vendor's cloud, or its devices in the field. Requests below {@code /<name>/} come to {@link
 * #identify} and then to {@link #reply}; faults that need no knowledge of the vendor (failures,
 * delays, broken JSON) are applied around these calls. Called by several threads at once; neither
 * call may wait for anything.
 */
public interface SimulatedVendor extends AutoCloseable {

  /** The name, as in LiveOne and in the path. */
  String name();

  /** The faults that this vendor can have. */
  List<FaultName> faults();

  /** Finds out what a request is for, before any fault and without any effect. */
  Target identify(VendorRequest request);

  /**
   * Answers as the vendor would.
   *
   * @param faults those that concern this call; the vendor applies the ones that need its knowledge
   */
  Reply reply(VendorRequest request, Target target, FaultView faults);

  /**
   * Whether a field of this name in the vendor's JSON holds a measured value, which value faults
   * may spoil.
   */
  boolean isReading(String field);

  /** The site of this id, if there is one. */
  Optional<SimulatedSite> site(String id);

  /** Answers a request to {@code /control/<name>/…}; refuses what it does not have. */
  default ControlReply control(ControlRequest request) {
    throw ControlRefusal.notFound("vendor " + name() + " has no such control");
  }

  /** Stops whatever the vendor does by itself. */
  @Override
  default void close() {}
}
