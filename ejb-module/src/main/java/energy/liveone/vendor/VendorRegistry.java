package energy.liveone.vendor;

import energy.liveone.system.VendorType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All vendors of this installation, as CDI found them. */
@ApplicationScoped
public class VendorRegistry {
  private final SortedMap<VendorType, VendorAdapter> adapters;
  private final SortedMap<VendorType, PushReceiver> receivers;
  private final SortedMap<VendorType, OAuthVendor> oauthVendors;

  /** For the container's proxy. */
  protected VendorRegistry() {
    this(Stream.empty(), Stream.empty(), Stream.empty());
  }

  /** Collects what CDI finds. */
  @Inject
  public VendorRegistry(
      Instance<VendorAdapter> adapters,
      Instance<PushReceiver> receivers,
      Instance<OAuthVendor> oauthVendors) {
    this(adapters.stream(), receivers.stream(), oauthVendors.stream());
  }

  /**
   * A registry of these.
   *
   * @throws IllegalStateException when two claim the same vendor
   */
  public VendorRegistry(
      Stream<VendorAdapter> adapters,
      Stream<PushReceiver> receivers,
      Stream<OAuthVendor> oauthVendors) {
    this.adapters = byType(adapters, VendorAdapter::vendorType);
    this.receivers = byType(receivers, PushReceiver::vendorType);
    this.oauthVendors = byType(oauthVendors, OAuthVendor::vendorType);
  }

  private static <T> SortedMap<VendorType, T> byType(
      Stream<T> vendors, Function<T, VendorType> type) {
    SortedMap<VendorType, T> byType = new TreeMap<>();
    vendors.forEach(
        vendor -> {
          if (byType.put(type.apply(vendor), vendor) != null) {
            throw new IllegalStateException("Two for the vendor " + type.apply(vendor));
          }
        });
    return Collections.unmodifiableSortedMap(byType);
  }

  /** The adapter of a vendor. */
  public Optional<VendorAdapter> adapter(VendorType vendor) {
    return Optional.ofNullable(adapters.get(vendor));
  }

  /** All adapters, by vendor type. */
  public Collection<VendorAdapter> adapters() {
    return adapters.values();
  }

  /** The receiver of a vendor whose devices push. */
  public Optional<PushReceiver> receiver(VendorType vendor) {
    return Optional.ofNullable(receivers.get(vendor));
  }

  /** The OAuth side of a vendor that has one. */
  public Optional<OAuthVendor> oauth(VendorType vendor) {
    return Optional.ofNullable(oauthVendors.get(vendor));
  }

  /** Masks the secrets of this vendor by name, besides those that all vendors have. */
  public Redaction redaction(VendorType vendor) {
    return adapter(vendor)
        .map(
            adapter ->
                Redaction.STANDARD.alsoNamed(
                    adapter.credentialFields().stream()
                        .filter(CredentialField::secret)
                        .map(CredentialField::name)
                        .collect(Collectors.toSet())))
        .orElse(Redaction.STANDARD);
  }
}
