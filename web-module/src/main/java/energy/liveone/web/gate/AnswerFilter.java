package energy.liveone.web.gate;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;

/**
 * Gives every answer its headers, session cookies over TLS their {@code Secure}, and redirects
 * within this server their path only: an absolute address would be made of the {@code Host} that
 * the caller claims, and of the scheme in which a proxy speaks to us.
 */
public class AnswerFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  @Inject private transient Origins origins;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    boolean isSecure = origins.of(request).isSecure();
    AnswerHeaders.apply(response, isSecure);
    chain.doFilter(isSecure ? new SecureRequest(request, response) : request, new Answer(response));
  }

  private static final class Answer extends HttpServletResponseWrapper {
    private final HttpServletResponse response;

    Answer(HttpServletResponse response) {
      super(response);
      this.response = response;
    }

    /** PrimeFaces adds its policy; two policies would both have to allow what it needs. */
    @Override
    public void addHeader(String name, String value) {
      if (AnswerHeaders.POLICY.equalsIgnoreCase(name)) {
        super.setHeader(name, value);
      } else {
        super.addHeader(name, value);
      }
    }

    @Override
    public void sendRedirect(String location) throws IOException {
      boolean isLocal = location.startsWith("/") && !location.startsWith("//");
      if (isLocal) {
        Redirects.send(response, location);
      } else {
        super.sendRedirect(location);
      }
    }
  }

  /** Marks the cookie of a new session at once; the server knows only of its own TLS. */
  private static final class SecureRequest extends HttpServletRequestWrapper {
    private final HttpServletResponse response;

    SecureRequest(HttpServletRequest request, HttpServletResponse response) {
      super(request);
      this.response = response;
    }

    @Override
    public HttpSession getSession() {
      return getSession(true);
    }

    @Override
    public HttpSession getSession(boolean create) {
      HttpSession session = super.getSession(create);
      SecureCookies.mark(response);
      return session;
    }

    @Override
    public String changeSessionId() {
      String id = super.changeSessionId();
      SecureCookies.mark(response);
      return id;
    }

    @Override
    public boolean isSecure() {
      return true;
    }

    @Override
    public String getScheme() {
      return "https";
    }
  }
}
