package energy.liveone.privacy;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The file {@code liveone.erasures.file}: what was deleted for good, outside of the database, so
 * that restoring an older database does not take it away. Lines are only ever added.
 */
@ApplicationScoped
class ErasureFile {
  private final Optional<Path> file;

  @Inject
  ErasureFile(@ConfigProperty(name = "liveone.erasures.file") Optional<String> file) {
    this.file = file.filter(name -> !name.isBlank()).map(Path::of);
  }

  /** For the container's proxy. */
  protected ErasureFile() {
    this(Optional.empty());
  }

  /** What it says; a line that was cut off says nothing. */
  Set<Erasure> read() {
    if (file.isEmpty() || !Files.exists(file.get())) {
      return Set.of();
    }
    try (Stream<String> lines = Files.lines(file.get(), US_ASCII)) {
      return lines
          .flatMap(line -> Erasure.ofLine(line).stream())
          .collect(Collectors.toCollection(LinkedHashSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file.get(), e);
    }
  }

  /** Adds those that are missing; on the disk when this returns. */
  synchronized void add(Collection<Erasure> erasures) {
    Set<Erasure> missing = new LinkedHashSet<>(erasures);
    missing.removeAll(read());
    if (file.isEmpty() || missing.isEmpty()) {
      return;
    }
    // The line before may have been cut off.
    String text = missing.stream().map(Erasure::line).collect(Collectors.joining("\n", "\n", "\n"));
    try (FileChannel channel =
        FileChannel.open(
            file.get(),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.APPEND)) {
      ByteBuffer bytes = US_ASCII.encode(text);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file.get(), e);
    }
  }
}
