package energy.liveone.api.json;

import energy.liveone.api.error.ApiProblem;
import energy.liveone.api.error.ErrorCode;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.Map;

/**
 * Refuses bodies that are larger than their resource takes, announced or not. Some of the rest is
 * read and thrown away: a client that is still sending would otherwise not see the answer.
 */
@Provider
public class BodyLimitFilter implements ContainerRequestFilter {
  private static final int MAX_DRAINED = 32 * 1024 * 1024;

  @Context private ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request) throws IOException {
    int limit = limit();
    if (request.getLength() > limit) {
      throw tooLarge(limit, request.getEntityStream());
    }
    request.setEntityStream(new Limited(request.getEntityStream(), limit));
  }

  private int limit() {
    Method method = resource.getResourceMethod();
    MaxBody declared = method == null ? null : method.getAnnotation(MaxBody.class);
    return declared == null ? MaxBody.USUAL : declared.value();
  }

  private static ApiProblem tooLarge(int limit, InputStream rest) throws IOException {
    byte[] buffer = new byte[8_192];
    int drained = 0;
    int got = 0;
    while (got >= 0 && drained < MAX_DRAINED) {
      drained += got;
      got = rest.read(buffer);
    }
    return ApiProblem.of(
        ErrorCode.PAYLOAD_TOO_LARGE,
        "The body is larger than " + limit + " bytes",
        Map.of("maxBytes", limit));
  }

  /** Counts what is read, since a chunked body does not say its length. */
  private static final class Limited extends FilterInputStream {
    private final int limit;
    private long read;

    Limited(InputStream in, int limit) {
      super(in);
      this.limit = limit;
    }

    @Override
    public int read() throws IOException {
      int value = super.read();
      count(value < 0 ? 0 : 1);
      return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int got = super.read(buffer, offset, length);
      count(Math.max(got, 0));
      return got;
    }

    private void count(int bytes) throws IOException {
      read += bytes;
      if (read > limit) {
        throw tooLarge(limit, in);
      }
    }
  }
}
