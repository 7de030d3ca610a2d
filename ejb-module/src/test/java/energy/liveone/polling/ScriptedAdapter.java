package energy.liveone.polling;

import energy.liveone.point.PointDefinition;
import energy.liveone.system.VendorType;
import energy.liveone.vendor.ConnectionTest;
import energy.liveone.vendor.CredentialField;
import energy.liveone.vendor.Credentials;
import energy.liveone.vendor.FetchResult;
import energy.liveone.vendor.Poll;
import energy.liveone.vendor.PollPolicy;
import energy.liveone.vendor.VendorAdapter;
import energy.liveone.vendor.VendorCapabilities;
import energy.liveone.vendor.VendorSystem;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** An adapter that has a policy and is never called. */
record ScriptedAdapter(PollPolicy pollPolicy) implements VendorAdapter {
  @Override
  public VendorType vendorType() {
    return new VendorType("scripted");
  }

  @Override
  public String displayName() {
    return "Scripted";
  }

  @Override
  public String description() {
    return "A vendor for tests.";
  }

  @Override
  public VendorCapabilities capabilities() {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<CredentialField> credentialFields() {
    return List.of();
  }

  @Override
  public Optional<String> vendorSiteId(Credentials credentials) {
    return Optional.empty();
  }

  @Override
  public CompletionStage<ConnectionTest> testConnection(
      VendorSystem system, Credentials credentials) {
    throw new UnsupportedOperationException();
  }

  @Override
  public CompletionStage<FetchResult> fetchLatestData(
      VendorSystem system, Credentials credentials, Poll poll) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<PointDefinition> defaultPoints(VendorSystem system) {
    return List.of();
  }
}
