package energy.liveone.web.asset;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** One file in memory, plain and compressed. Arrays are not copied; nobody may change them. */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Asset(String contentType, byte[] plain, byte[] compressed) {
  static Asset of(String path, byte[] plain) {
    return new Asset(typeOf(path), plain, compress(plain));
  }

  private static String typeOf(String path) {
    return switch (path.substring(path.lastIndexOf('.') + 1)) {
      case "css" -> "text/css;charset=UTF-8";
      case "js" -> "text/javascript;charset=UTF-8";
      case "svg" -> "image/svg+xml";
      case "png" -> "image/png";
      default -> "application/octet-stream";
    };
  }

  private static byte[] compress(byte[] plain) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException("Memory does not fail to write", e);
    }
    return bytes.toByteArray();
  }
}
