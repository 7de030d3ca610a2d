package energy.liveone.simulator.enphase;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** A program that is registered with Enphase. */
record Application(String clientId, String clientSecret, String apiKey) {

  /** The demo's, and another one whose key does not go with the demo's tokens. */
  private static final List<Application> ALL =
      List.of(
          new Application("liveone-demo", "liveone-demo-secret", "liveone-demo-key"),
          new Application("other-demo", "other-demo-secret", "other-demo-key"));

  static Optional<Application> ofClient(String clientId) {
    return ALL.stream().filter(known -> known.clientId.equals(clientId)).findFirst();
  }

  static Optional<Application> ofKey(String apiKey) {
    return ALL.stream().filter(known -> known.apiKey.equals(apiKey)).findFirst();
  }

  /** The application that names itself and its secret in a Basic authorization. */
  static Optional<Application> ofBasic(String authorization) {
    return ALL.stream().filter(known -> known.basic().equals(authorization)).findFirst();
  }

  private String basic() {
    byte[] pair = (clientId + ":" + clientSecret).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  /** The client id only. */
  @Override
  public String toString() {
    return "Application[" + clientId + "]";
  }
}
