package energy.liveone.vendor;

/**
 * What can be done with a vendor.
 *
 * @param addSystem systems can be added over pages and API
 * @param manualSetup credentials are typed in
 * @param oauth credentials come from an OAuth redirect
 * @param polled we call the vendor
 * @param pushed the vendor calls us
 */
public record VendorCapabilities(
    boolean addSystem, boolean manualSetup, boolean oauth, boolean polled, boolean pushed) {}
