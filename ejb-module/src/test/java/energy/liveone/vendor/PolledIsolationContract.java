package energy.liveone.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.vendor.FakeServer.Received;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That nobody sees what is another's, and that no secret is seen at all. */
public abstract class PolledIsolationContract extends PolledReachContract {
  /** Whether the vendor wants its key in the query of every call. */
  protected boolean keyStandsInTheAddress() {
    return false;
  }

  // Whose data it is

  @Test
  void changedCredentialsDoNotUseTheLoginOfTheEarlierOnes() {
    fetch();

    Surroundings.await(
        adapterAlone()
            .fetchLatestData(system("anna", site()), credentials("ben"), Poll.unlimited()));

    assertThat(vendor.dataCalls()).extracting(vendor::accountOf).containsExactly("anna", "ben");
  }

  @Test
  void twoAccountsPolledTogetherNeverSeeEachOther() {
    serveUsable(call -> vendor.accountOf(call).equals("anna") ? "1" : "2");

    List<CompletionStage<FetchResult>> annas = new ArrayList<>();
    List<CompletionStage<FetchResult>> bens = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      annas.add(begin("anna"));
      bens.add(begin("ben"));
    }

    assertThat(annas).allSatisfy(poll -> assertUsable(poll, "1"));
    assertThat(bens).allSatisfy(poll -> assertUsable(poll, "2"));
  }

  @Test
  void twoSitesOfOneAccountPolledTogetherNeverSeeEachOther() {
    serveUsable(call -> vendor.siteOf(call).equals(site()) ? "1" : "2");
    VendorSystem first = system("anna", site());
    VendorSystem second = system("anna", otherSite());

    List<CompletionStage<FetchResult>> firsts = new ArrayList<>();
    List<CompletionStage<FetchResult>> seconds = new ArrayList<>();
    VendorAdapter adapter = adapterAlone();
    for (int i = 0; i < 10; i++) {
      firsts.add(adapter.fetchLatestData(first, credentials("anna"), Poll.unlimited()));
      seconds.add(adapter.fetchLatestData(second, credentials("anna"), Poll.unlimited()));
    }

    assertThat(firsts).allSatisfy(poll -> assertUsable(poll, "1"));
    assertThat(seconds).allSatisfy(poll -> assertUsable(poll, "2"));
  }

  @Test
  void fourSystemsOfTwoAccountsPolledTogetherHaveEachItsOwn() {
    serveUsable(
        call ->
            (vendor.accountOf(call).equals("anna") ? "1" : "2")
                + (vendor.siteOf(call).equals(site()) ? "1" : "2"));
    Map<CompletionStage<FetchResult>, String> polls = new HashMap<>();
    for (int i = 0; i < 5; i++) {
      for (String account : List.of("anna", "ben")) {
        for (String site : List.of(site(), otherSite())) {
          // As the product does: systems with credentials of their own have sessions of their own.
          CompletionStage<FetchResult> poll =
              adapterAlone()
                  .fetchLatestData(
                      system(account + " at " + site, site),
                      credentials(account),
                      Poll.unlimited());
          polls.put(poll, (account.equals("anna") ? "1" : "2") + (site.equals(site()) ? "1" : "2"));
        }
      }
    }

    assertThat(polls).allSatisfy(this::assertUsable);
  }

  @Test
  void cookieOfOneAccountIsNeverSentForAnother() {
    vendor.onData(
        call ->
            FakeReply.json(payload("sample.json"))
                .with("Set-Cookie", "crumb=of-" + vendor.accountOf(call) + "; Path=/"));

    for (int i = 0; i < 3; i++) {
      List<CompletionStage<FetchResult>> polls = List.of(begin("anna"), begin("ben"));
      assertThat(polls).allSatisfy(poll -> values(Surroundings.await(poll)));
    }

    assertThat(vendor.received())
        .noneMatch(call -> bears(call, "crumb=of-anna") && vendor.accountOf(call).equals("ben"))
        .noneMatch(call -> bears(call, "crumb=of-ben") && vendor.accountOf(call).equals("anna"));
  }

  private static boolean bears(Received call, String cookie) {
    return call.exchange().getRequestHeaders().getOrDefault("Cookie", List.of()).stream()
        .anyMatch(header -> header.contains(cookie));
  }

  private void serveUsable(Function<Received, String> value) {
    vendor.onData(
        call ->
            FakeReply.json(
                payload("missing-fields.json").replace(usable().text(), value.apply(call))));
  }

  private void assertUsable(CompletionStage<FetchResult> poll, String text) {
    assertThat(values(Surroundings.await(poll)))
        .containsEntry(usable().point(), usable().value(text));
  }

  // Secrets

  @Test
  void notesOfAPollHoldNoSecretAndFit() {
    PollMemory memory = new PollMemory(Map.of());

    Surroundings.await(begin("anna", new Poll(Allowance.unlimited(), memory, false)));

    assertNothingSecret(memory.notes());
    assertThat(memory.notes().toString()).hasSizeLessThan(PollMemory.MAX_LENGTH);
  }

  @Test
  void answerIsKeptForTheSessionWithoutSecrets() {
    fetch();
    vendor.onData(
        call ->
            FakeReply.json(
                payload("sample.json")
                    .replaceFirst(
                        "\\{",
                        "{\"echo\": \""
                            + String.join(" ", vendor.issuedSecrets())
                            + "\", \"password\": \"hunter2hunter2\",")));

    FetchResult.Fetched fetched = (FetchResult.Fetched) fetch();

    assertThat(fetched.response()).contains("echo").doesNotContain("hunter2");
    assertNothingSecret(fetched);
  }

  @ParameterizedTest
  @CsvSource({"500", "429", "404", "200"})
  void answerThatRepeatsWhatWeSentIsKeptWithoutSecrets(int status) {
    vendor.onData(call -> FakeReply.status(status, "<p>Sorry: " + repeated(call) + "</p>"));

    Failure failure = failure();

    assertThat(failure.response()).startsWith("<p>Sorry");
    assertNothingSecret(failure);
  }

  /** The address, the headers, the body and the credentials, as a talkative server repeats them. */
  protected final String repeated(Received call) {
    return call.uri()
        + " "
        + call.exchange().getRequestHeaders().values()
        + " "
        + call.body()
        + " "
        + secretsOf(credentials("anna"));
  }

  @Test
  void secretsAreInNoAddress() {
    fetch();
    trial();

    String addresses = vendor.received().stream().map(Received::uri).toList().toString();

    assertThat(vendor.received()).isNotEmpty();
    vendor.issuedSecrets().forEach(secret -> assertThat(addresses).doesNotContain(secret));
    if (!keyStandsInTheAddress()) {
      secretsOf(credentials("anna")).forEach(s -> assertThat(addresses).doesNotContain(s));
    }
  }

  @Test
  void connectionTestTellsNoSecretWhateverComesOfIt() {
    assertNothingSecret(trial());
    vendor.onData(call -> FakeReply.status(500, repeated(call)));
    assertNothingSecret(trial());
    vendor.refuseLogins();
    vendor.expireSessions();
    assertNothingSecret(trial());
  }

  private ConnectionTest trial() {
    return Surroundings.await(
        adapterAlone().testConnection(system("try", site()), credentials("anna")));
  }
}
