package energy.liveone.point;

import energy.liveone.system.SystemId;
import java.util.List;

/** Stored points. All methods join the caller's transaction where there is one. */
public interface PointRepository {
  /** The points of a system in display order. */
  List<Point> of(SystemId systemId);

  /** Stores new points. */
  void add(List<Point> points);
}
