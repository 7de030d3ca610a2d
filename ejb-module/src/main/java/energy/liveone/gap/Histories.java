package energy.liveone.gap;

import energy.liveone.system.VendorType;
import energy.liveone.vendor.HistorySource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The vendors that can be asked for the past, as CDI found them. */
@ApplicationScoped
public class Histories {
  private final Map<VendorType, HistorySource> sources;

  /** For the container's proxy. */
  protected Histories() {
    this(Stream.empty());
  }

  /** Collects what CDI finds. */
  @Inject
  public Histories(Instance<HistorySource> sources) {
    this(sources.stream());
  }

  Histories(Stream<HistorySource> sources) {
    this.sources =
        sources.collect(
            Collectors.toUnmodifiableMap(HistorySource::vendorType, Function.identity()));
  }

  /** The history of a vendor. */
  public Optional<HistorySource> of(VendorType vendor) {
    return Optional.ofNullable(sources.get(vendor));
  }

  /** All vendors that have one. */
  public Set<VendorType> vendors() {
    return sources.keySet();
  }
}
