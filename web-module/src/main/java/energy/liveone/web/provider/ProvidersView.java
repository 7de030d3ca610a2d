package energy.liveone.web.provider;

import energy.liveone.oidc.OidcProvider;
import energy.liveone.oidc.OidcSettings;
import energy.liveone.web.security.LocalTarget;
import energy.liveone.web.words.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The buttons of identity providers on the pages that sign people in and up. */
@Named("providers")
@RequestScoped
public class ProvidersView {
  private final OidcSettings settings;
  private final Words words;
  private final HttpServletRequest request;

  @Inject
  public ProvidersView(OidcSettings settings, Words words, HttpServletRequest request) {
    this.settings = settings;
    this.words = words;
    this.request = request;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected ProvidersView() {
    this(null, null, null);
  }

  /** A button; the link carries the path to go on to. */
  public record Button(String name, String text, String link) {}

  /** All of them; empty when no provider is configured. */
  public List<Button> getButtons() {
    String from =
        LocalTarget.of(request.getParameter("from"))
            .map(path -> "?from=" + URLEncoder.encode(path, StandardCharsets.UTF_8))
            .orElse("");
    return settings.providers().stream()
        .map(
            provider ->
                new Button(
                    provider.name(),
                    words.text("provider.signIn", provider.label()),
                    "/sign-in/with/" + provider.name() + from))
        .toList();
  }

  /** Why the provider did not let the reader in; empty when nothing of that kind happened. */
  public String getProblem() {
    String label =
        settings
            .find(String.valueOf(request.getParameter("with")))
            .map(OidcProvider::label)
            .orElse("");
    return label.isEmpty()
        ? ""
        : ProviderProblem.parse(request.getParameter("problem"))
            .map(problem -> words.text("provider.problem." + problem.wireName(), label))
            .orElse("");
  }
}
