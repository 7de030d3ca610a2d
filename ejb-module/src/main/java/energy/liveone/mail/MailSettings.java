package energy.liveone.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * The way to the mail server: {@code liveone.mail.host}, without which nothing is sent, {@code
 * .port} (587), {@code .user} and {@code .password}, {@code .from} (the user), {@code .starttls}
 * (true: mails go encrypted or not at all; port 465 is encrypted from the start). {@code
 * liveone.mail.log-links} (true) says whether links go to the log where no server is set.
 */
@ApplicationScoped
public class MailSettings {
  private static final String PREFIX = "liveone.mail.";
  private static final int DEFAULT_PORT = 587;

  private final Optional<Server> server;
  private final boolean logsLinks;

  /**
   * A mail server. Never prints its password.
   *
   * @param user empty when it wants none
   */
  record Server(
      String host, int port, String user, String password, String from, boolean starttls) {
    @Override
    public String toString() {
      return "Server[" + host + ":" + port + "]";
    }
  }

  /** For the container's proxies. */
  protected MailSettings() {
    this(Optional.empty(), false);
  }

  @Inject
  public MailSettings(Config config) {
    this(
        text(config, "host").map(host -> server(config, host)),
        config.getOptionalValue(PREFIX + "log-links", Boolean.class).orElse(true));
  }

  MailSettings(Optional<Server> server, boolean logsLinks) {
    this.server = server;
    this.logsLinks = logsLinks;
  }

  private static Server server(Config config, String host) {
    String user = text(config, "user").orElse("");
    String from = text(config, "from").orElse(user);
    if (!from.contains("@")) {
      throw new IllegalStateException(
          PREFIX + "from is not set to an e-mail address, and liveone.mail.user is none");
    }
    return new Server(
        host,
        config.getOptionalValue(PREFIX + "port", Integer.class).orElse(DEFAULT_PORT),
        user,
        config.getOptionalValue(PREFIX + "password", String.class).orElse(""),
        from,
        config.getOptionalValue(PREFIX + "starttls", Boolean.class).orElse(true));
  }

  private static Optional<String> text(Config config, String name) {
    return config
        .getOptionalValue(PREFIX + name, String.class)
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }

  /** The mail server, if one is set. */
  Optional<Server> server() {
    return server;
  }

  /** Whether links that cannot be sent go to the log. */
  boolean logsLinks() {
    return logsLinks;
  }
}
