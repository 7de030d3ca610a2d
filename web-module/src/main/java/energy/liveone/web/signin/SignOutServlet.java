package energy.liveone.web.signin;

import energy.liveone.web.security.SignIn;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Signs out on {@code POST /sign-out}. Not a Faces action, so that it works from a page that waited
 * longer than its view lives; other sites cannot trigger it, as the session cookie is not sent
 * along with their forms.
 */
@WebServlet("/sign-out")
public class SignOutServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient SignIn signIn;

  @Inject
  public SignOutServlet(SignIn signIn) {
    this.signIn = signIn;
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    signIn.out(request);
    response.sendRedirect(request.getContextPath() + "/");
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.sendRedirect(request.getContextPath() + "/");
  }
}
