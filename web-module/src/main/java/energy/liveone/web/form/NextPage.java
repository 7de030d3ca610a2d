package energy.liveone.web.form;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import java.io.IOException;

/** The page after a form: asked for anew, so that a reload repeats nothing. */
public final class NextPage {
  private NextPage() {}

  /**
   * Sends the browser on.
   *
   * @param path address within the site, its query included; begins with a slash
   */
  public static void go(String path) throws IOException {
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    external.redirect(external.getRequestContextPath() + path);
  }
}
