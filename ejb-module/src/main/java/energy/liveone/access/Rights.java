package energy.liveone.access;

/**
 * What a caller may do with a system or composite.
 *
 * @param isOwner whether the caller acts as its owner
 * @param byAdmin whether an administrator acts, who may do all without owning it
 */
public record Rights(boolean canRead, boolean canWrite, boolean isOwner, boolean byAdmin) {
  public Rights {
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
