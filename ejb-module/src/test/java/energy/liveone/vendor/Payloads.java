package energy.liveone.vendor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Recorded payloads, each named for its oddity. */
public final class Payloads {
  private Payloads() {}

  public static String of(String vendor, String file) {
    String path = "/vendor/" + vendor + "/" + file;
    try (InputStream in = Objects.requireNonNull(Payloads.class.getResourceAsStream(path), path)) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
