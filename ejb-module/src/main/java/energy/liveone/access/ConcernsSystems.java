package energy.liveone.access;

import energy.liveone.system.SystemId;
import java.util.List;

/** An argument that names the systems which a call is about. */
public interface ConcernsSystems {
  /** All of them; at least one. */
  List<SystemId> systems();
}
