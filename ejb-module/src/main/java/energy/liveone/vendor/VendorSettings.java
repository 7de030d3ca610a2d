package energy.liveone.vendor;

import energy.liveone.outbound.OutboundUrl;
import energy.liveone.system.VendorType;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;

/**
 * Where vendors are: {@code liveone.vendor.<name>.base-url}, so that any HTTP server can stand in
 * for a vendor.
 */
@Dependent
public class VendorSettings {
  private final Function<String, Optional<String>> property;

  /** Settings from MicroProfile Config. */
  @Inject
  public VendorSettings(Config config) {
    this(name -> config.getOptionalValue(name, String.class));
  }

  /** Settings from any other source of properties. */
  public VendorSettings(Function<String, Optional<String>> property) {
    this.property = property;
  }

  /**
   * The base URL of a vendor, without a slash at its end.
   *
   * @param usual the vendor's real address
   * @throws IllegalStateException when the configured one is not a plain http(s) URL
   */
  public URI baseUrl(VendorType vendor, String usual) {
    return url(vendor, "base-url", usual);
  }

  /**
   * Another URL of a vendor, {@code liveone.vendor.<vendor>.<setting>}, by the same rules.
   *
   * @param usual the one to use when it is not set
   */
  public URI url(VendorType vendor, String setting, String usual) {
    String name = "liveone.vendor." + vendor + "." + setting;
    String text =
        property.apply(name).map(String::strip).filter(url -> !url.isEmpty()).orElse(usual);
    // Not quoted in what follows: it might hold a password.
    return OutboundUrl.parse(text.replaceAll("/+$", ""))
        .filter(uri -> uri.getRawQuery() == null)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    name
                        + " is not an http or https URL of a host, without user, query and"
                        + " fragment"));
  }

  /** Another setting of a vendor, {@code liveone.vendor.<vendor>.<name>}; empty when blank. */
  public Optional<String> text(VendorType vendor, String name) {
    return property
        .apply("liveone.vendor." + vendor + "." + name)
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }
}
