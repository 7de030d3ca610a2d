package energy.liveone.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The right of one instance to work in a directory. The operating system drops the lock when its
 * holder dies, however it dies, so there is no stale lock to clean up.
 */
final class DirectoryLock implements AutoCloseable {
  private final FileChannel channel;

  private DirectoryLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Makes the directory if needed and takes its lock.
   *
   * @throws StartRefusedException with {@code DirectoryInUse} or {@code NotWritable}
   */
  static DirectoryLock take(Path directory) {
    FileChannel channel;
    try {
      Files.createDirectories(directory);
      channel =
          FileChannel.open(
              directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new StartRefusedException(new StartProblem.NotWritable(directory, reason(e)));
    }
    if (tryLock(channel) == null) {
      closeQuietly(channel);
      throw new StartRefusedException(new StartProblem.DirectoryInUse(directory));
    }
    return new DirectoryLock(channel);
  }

  private static @Nullable FileLock tryLock(FileChannel channel) {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException held) {
      return null;
    } catch (IOException e) {
      return null;
    }
  }

  static String reason(IOException e) {
    return switch (e.getClass().getSimpleName()) {
      case "AccessDeniedException" -> "permission denied";
      case "FileAlreadyExistsException", "NotDirectoryException" -> "it is not a directory";
      case "ReadOnlyFileSystemException" -> "read-only file system";
      default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    };
  }

  private static void closeQuietly(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      System.getLogger(DirectoryLock.class.getName())
          .log(System.Logger.Level.DEBUG, "Closing a lock file", e);
    }
  }

  @Override
  public void close() {
    closeQuietly(channel);
  }
}
