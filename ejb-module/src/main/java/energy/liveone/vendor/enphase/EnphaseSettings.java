package energy.liveone.vendor.enphase;

import energy.liveone.vendor.QuotaLimit;
import energy.liveone.vendor.QuotaLimit.Scope;
import energy.liveone.vendor.VendorSettings;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the operator has to say: {@code liveone.vendor.enphase.client-id}, {@code .client-secret},
 * {@code .api-key} and {@code .redirect-uri} of the application that is registered with Enphase,
 * and its {@code .plan}: {@code watt} (the default), {@code kilowatt} or {@code megawatt}.
 */
@Dependent
class EnphaseSettings {
  private final String base;
  private final Optional<Application> application;
  private final Plan plan;

  @Inject
  EnphaseSettings(VendorSettings settings) {
    this.base = settings.baseUrl(EnphaseAdapter.TYPE, EnphaseAdapter.USUAL_BASE_URL).toString();
    this.application = Application.of(settings);
    this.plan = settings.text(EnphaseAdapter.TYPE, "plan").map(Plan::of).orElse(Plan.WATT);
  }

  /** An address of the vendor. */
  URI uri(String pathAndQuery) {
    return URI.create(base + pathAndQuery);
  }

  /** The registered application; empty when any part of it is missing. */
  Optional<Application> application() {
    return application;
  }

  /** What the plan allows. */
  List<QuotaLimit> limits() {
    return plan.limits();
  }

  /** An application that is registered with Enphase. Never prints itself. */
  record Application(String clientId, String clientSecret, String apiKey, String redirectUri) {
    static Optional<Application> of(VendorSettings settings) {
      Optional<String> id = settings.text(EnphaseAdapter.TYPE, "client-id");
      Optional<String> secret = settings.text(EnphaseAdapter.TYPE, "client-secret");
      Optional<String> key = settings.text(EnphaseAdapter.TYPE, "api-key");
      Optional<String> redirect = settings.text(EnphaseAdapter.TYPE, "redirect-uri");
      return id.isPresent() && secret.isPresent() && key.isPresent() && redirect.isPresent()
          ? Optional.of(new Application(id.get(), secret.get(), key.get(), redirect.get()))
          : Optional.empty();
    }

    @Override
    public String toString() {
      return "Application";
    }
  }

  /** A plan of the vendor's price list. */
  private enum Plan {
    WATT(10, 1_000),
    KILOWATT(50, 50_000),
    MEGAWATT(100, 300_000);

    /** Left to forced polls, back-fill and mistakes. */
    private static final double RESERVE_OF_MINUTE = 0.1;

    private static final double RESERVE_OF_MONTH = 0.05;

    private final int perMinute;
    private final int perMonth;

    Plan(int perMinute, int perMonth) {
      this.perMinute = perMinute;
      this.perMonth = perMonth;
    }

    static Plan of(String name) {
      try {
        return valueOf(name.toUpperCase(Locale.ROOT));
      } catch (IllegalArgumentException e) {
        throw new IllegalStateException(
            "liveone.vendor.enphase.plan is not watt, kilowatt or megawatt", e);
      }
    }

    List<QuotaLimit> limits() {
      return List.of(
          QuotaLimit.rolling(
              Scope.APPLICATION, perMinute, Duration.ofMinutes(1), RESERVE_OF_MINUTE),
          QuotaLimit.monthly(Scope.APPLICATION, perMonth, RESERVE_OF_MONTH));
    }
  }
}
