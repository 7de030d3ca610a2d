package energy.liveone.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the server of a data directory listens, left for {@code liveone admin}. */
final class ServerAddress {
  private ServerAddress() {}

  static void write(Path data, URI address) {
    try {
      Files.writeString(file(data), address + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file(data), e);
    }
  }

  static Optional<URI> read(Path data) {
    try {
      return Files.exists(file(data))
          ? Optional.of(URI.create(Files.readString(file(data)).strip()))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file(data), e);
    }
  }

  private static Path file(Path data) {
    return data.resolve("run").resolve("server-address");
  }
}
