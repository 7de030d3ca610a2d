package energy.liveone.access;

import energy.liveone.system.SystemId;

/**
 * What a caller may do with a system.
 *
 * @param configVersion of the system when this was decided
 * @param byAdmin whether an administrator acts, who may do all without owning it
 */
public record SystemAccess(
    SystemId system,
    int configVersion,
    boolean canRead,
    boolean canWrite,
    boolean isOwner,
    boolean byAdmin) {
  public SystemAccess {
    if (((isOwner || byAdmin) && !canWrite) || (canWrite && !canRead)) {
      throw new IllegalArgumentException("Owners and admins write, and writers read");
    }
  }

  /** Whether this is enough for what is wanted. */
  public boolean allows(Permission permission) {
    return switch (permission) {
      case READ -> canRead;
      case WRITE -> canWrite;
      case OWN -> isOwner || byAdmin;
    };
  }
}
