package energy.liveone.launcher.backup;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/**
 * Writes a backup under another name; it gets its real one when it is complete and on the disk, and
 * disappears when it is not completed. Readable by its owner only.
 */
final class BackupWriter implements AutoCloseable {
  private static final int BUFFER_BYTES = 1 << 16;

  private final Path target;
  private final Path part;
  private final FileChannel channel;
  private final BufferedWriter text;
  private boolean open = true;

  private BackupWriter(Path target, Path part, FileChannel channel) throws IOException {
    this.target = target;
    this.part = part;
    this.channel = channel;
    this.text =
        new BufferedWriter(
            new OutputStreamWriter(
                new FastGzip(Channels.newOutputStream(channel)), StandardCharsets.UTF_8),
            BUFFER_BYTES);
  }

  /**
   * @throws BackupFault when there is such a file already
   */
  static BackupWriter to(Path target) throws IOException {
    refuseExisting(target);
    Path part = target.resolveSibling(target.getFileName() + ".part");
    Files.deleteIfExists(part);
    FileChannel channel =
        FileChannel.open(
            part,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    // For Ctrl-C.
    part.toFile().deleteOnExit();
    return new BackupWriter(target, part, channel);
  }

  private static void refuseExisting(Path target) {
    if (Files.exists(target)) {
      throw new BackupFault(target + " exists already: choose another name.");
    }
  }

  void header(BackupHeader header) throws IOException {
    line(BackupHeader.TITLE);
    line(header.facts());
    statement(SqlText.SESSION);
  }

  void statement(CharSequence sql) throws IOException {
    text.append(sql).append(";\n");
  }

  private void line(String line) throws IOException {
    text.append(line).append('\n');
  }

  /**
   * Writes the end, by which a complete backup is known.
   *
   * @return the size of the file in bytes
   */
  long complete(BackupContents contents) throws IOException {
    for (Map.Entry<String, Long> table : contents.rows().entrySet()) {
      line("-- rows %s %d".formatted(table.getKey(), table.getValue()));
    }
    line("-- complete: %d tables, %d rows".formatted(contents.rows().size(), contents.totalRows()));
    text.flush();
    open = false;
    // Ends the compressed stream and closes the channel with it, so it is forced through another.
    text.close();
    long bytes = Files.size(part);
    publish();
    return bytes;
  }

  private void publish() throws IOException {
    force(part, StandardOpenOption.WRITE);
    refuseExisting(target);
    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    Path directory = target.toAbsolutePath().getParent();
    if (directory != null) {
      force(directory, StandardOpenOption.READ);
    }
  }

  private static void force(Path path, StandardOpenOption access) throws IOException {
    try (FileChannel file = FileChannel.open(path, access)) {
      file.force(true);
    }
  }

  /** Removes what was not completed. */
  @Override
  public void close() throws IOException {
    if (open) {
      channel.close();
    }
    Files.deleteIfExists(part);
  }

  /** Twice as fast as the usual level for a tenth more bytes. */
  private static final class FastGzip extends GZIPOutputStream {
    private static final int LEVEL = 3;

    FastGzip(OutputStream out) throws IOException {
      super(out, BUFFER_BYTES);
      def.setLevel(LEVEL);
    }
  }
}
