package energy.liveone.access;

import energy.liveone.system.SystemId;
import java.util.Optional;

/**
 * A system or a composite: what access is asked for and given to.
 *
 * @param id positive; systems and composites count separately
 */
public record Subject(SubjectType type, int id) {
  public Subject {
    if (id <= 0) {
      throw new IllegalArgumentException("An id is positive: " + id);
    }
  }

  /** A system. */
  public static Subject of(SystemId system) {
    return new Subject(SubjectType.SYSTEM, system.value());
  }

  /** A composite. */
  public static Subject ofComposite(int id) {
    return new Subject(SubjectType.COMPOSITE, id);
  }

  /** The system, if it is one. */
  public Optional<SystemId> system() {
    return type == SubjectType.SYSTEM ? Optional.of(new SystemId(id)) : Optional.empty();
  }

  /** Such as "system 7", for people. */
  @Override
  public String toString() {
    return (type == SubjectType.SYSTEM ? "system " : "composite ") + id;
  }
}
