package energy.liveone.vendor;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/** Makes all adapters when the server starts, so that a wrong setting stops it at once. */
@Singleton
@Startup
public class VendorsAtStart {
  private static final Logger LOG = Logger.getLogger(VendorsAtStart.class.getName());

  @Inject private VendorRegistry vendors;

  /** Names them. */
  @PostConstruct
  void listVendors() {
    try {
      String names =
          vendors.adapters().stream()
              .map(adapter -> adapter.vendorType().value())
              .collect(Collectors.joining(", "));
      LOG.info(() -> "Vendors: " + names);
    } catch (RuntimeException e) {
      LOG.severe(() -> "LIVEONE-START-REFUSED: a vendor cannot be set up. " + rootMessage(e));
      throw e;
    }
  }

  private static String rootMessage(Throwable error) {
    Throwable root = error;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage());
  }
}
