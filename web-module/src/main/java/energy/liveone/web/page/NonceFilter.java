package energy.liveone.web.page;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Gives a posted form a nonce for the scripts of its answer. PrimeFaces expects its own script to
 * send the nonce of the first answer along; a page without that script, or an error page after its
 * post, would fail with "Missing CSP nonce".
 */
@WebFilter(
    urlPatterns = "/*",
    asyncSupported = true,
    dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ERROR})
public class NonceFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final String PARAMETER = "primefaces.nonce";

  /** The servlet path of the API; its bodies are its own, and reading parameters would eat them. */
  private static final String API = "/api";

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    boolean isForm = "POST".equals(request.getMethod()) && !API.equals(request.getServletPath());
    boolean lacksNonce = isForm && request.getParameter(PARAMETER) == null;
    chain.doFilter(lacksNonce ? new WithNonce(request) : request, response);
  }

  private static final class WithNonce extends HttpServletRequestWrapper {
    private final String nonce =
        Base64.getEncoder()
            .encodeToString(UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8));

    WithNonce(HttpServletRequest request) {
      super(request);
    }

    @Override
    public @Nullable String getParameter(String name) {
      return PARAMETER.equals(name) ? nonce : super.getParameter(name);
    }
  }
}
