package energy.liveone.launcher;

import org.jspecify.annotations.Nullable;

/** A database for the time of one command; what was started for it is stopped in the end. */
final class DatabaseInUse implements AutoCloseable {
  private final DatabaseAccess access;
  private final @Nullable DirectoryLock lock;
  private final Instance started;

  DatabaseInUse(DatabaseAccess access, @Nullable DirectoryLock lock, Instance started) {
    this.access = access;
    this.lock = lock;
    this.started = started;
  }

  DatabaseAccess access() {
    return access;
  }

  @Override
  public void close() {
    started.stop();
    if (lock != null) {
      lock.close();
    }
  }
}
