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

/** Refuses bodies that are larger than their resource takes, announced or not. */
@Provider
public class BodyLimitFilter implements ContainerRequestFilter {
  @Context private ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request) {
    int limit = limit();
    if (request.getLength() > limit) {
      throw tooLarge(limit);
    }
    request.setEntityStream(new Limited(request.getEntityStream(), limit));
  }

  private int limit() {
    Method method = resource.getResourceMethod();
    MaxBody declared = method == null ? null : method.getAnnotation(MaxBody.class);
    return declared == null ? MaxBody.USUAL : declared.value();
  }

  private static ApiProblem tooLarge(int limit) {
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

    private void count(int bytes) {
      read += bytes;
      if (read > limit) {
        throw tooLarge(limit);
      }
    }
  }
}
