package energy.liveone.api.json;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Compresses {@link Gzipped} answers, at the fastest level: numbers shrink to a tenth anyway. Done
 * here and not by the server, so that both servers do it without being configured.
 */
@Gzipped
@Provider
public class GzipInterceptor implements WriterInterceptor {
  @Context private HttpHeaders request;

  @Override
  public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
    context.getHeaders().putSingle(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    String accepted = request.getHeaderString(HttpHeaders.ACCEPT_ENCODING);
    if (accepted == null || !acceptsGzip(accepted)) {
      context.proceed();
      return;
    }
    context.getHeaders().putSingle(HttpHeaders.CONTENT_ENCODING, "gzip");
    context.getHeaders().remove(HttpHeaders.CONTENT_LENGTH);
    FastGzip gzip = new FastGzip(context.getOutputStream());
    context.setOutputStream(gzip);
    context.proceed();
    // Not when writing failed: what is cut off must not look whole.
    gzip.finish();
  }

  static boolean acceptsGzip(String accepted) {
    for (String coding : accepted.toLowerCase(Locale.ROOT).split(",", -1)) {
      String trimmed = coding.replace(" ", "");
      if (trimmed.equals("gzip") || (trimmed.startsWith("gzip;q=") && !isZero(trimmed))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isZero(String coding) {
    return coding.substring("gzip;q=".length()).matches("0(\\.0*)?");
  }

  private static final class FastGzip extends GZIPOutputStream {
    FastGzip(OutputStream out) throws IOException {
      super(out, 8_192);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}
