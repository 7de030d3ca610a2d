package energy.liveone.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import energy.liveone.product.ApiClient;
import energy.liveone.product.ApiClient.Answer;
import energy.liveone.product.Product;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The life of an account with a real mail server, where everybody may sign up. */
class AccountIT {
  private static final String PASSWORD = "four wooden spoons";
  private static final String NEW_PASSWORD = "five wooden spoons";

  private static MailServer mail;
  private static Product product;

  @BeforeAll
  static void start() {
    mail = MailServer.start();
    Map<String, String> configuration = new HashMap<>(mail.configuration());
    configuration.put("LIVEONE_SIGN_UP_OPEN", "true");
    product = Product.start(configuration);
  }

  @AfterAll
  static void stop() {
    product.close();
    mail.close();
  }

  @Test
  void anAccountIsMadeLostSecuredAndSignedOut() {
    String email = "anna@liveone.example";
    ApiClient nobody = product.api();
    made(email);
    assertThat(token(email, PASSWORD).status()).isEqualTo(200);

    // The password is forgotten.
    assertThat(post(nobody, "auth/forgot-password", "email", email).status()).isEqualTo(202);
    String reset = mail.tokenOf(email, "new LiveOne password");
    ApiClient before = nobody.signedIn(email, PASSWORD);
    Answer done = post(nobody, "auth/reset-password", "token", reset, "password", NEW_PASSWORD);
    assertThat(done.status()).as(done.body()).isEqualTo(200);
    assertThat(before.get("api/account").status()).isEqualTo(401);
    assertThat(token(email, PASSWORD).status()).isEqualTo(401);
    Answer again = post(nobody, "auth/reset-password", "token", reset, "password", PASSWORD);
    assertThat(again.status()).isEqualTo(400);
    assertThat(again.json().getString("code")).isEqualTo("LINK_UNUSABLE");
    assertThat(mail.textOf(email, "was changed")).contains("https://home.example/sign-in");

    // A second factor is set up.
    ApiClient anna = nobody.signedIn(email, NEW_PASSWORD);
    assertThat(post(anna, "account/totp", "password", "wrong").status()).isEqualTo(400);
    Answer begun = post(anna, "account/totp", "password", NEW_PASSWORD);
    assertThat(begun.json().getString("qrSvg")).startsWith("<svg ");
    Authenticator app = new Authenticator(begun.json().getString("secret"));
    Answer confirmed = post(anna, "account/totp/confirm", "code", app.nextCode());
    assertThat(confirmed.status()).as(confirmed.body()).isEqualTo(200);
    String recovery = confirmed.json().getJsonArray("recoveryCodes").getString(0);

    Answer needsCode = token(email, NEW_PASSWORD);
    assertThat(needsCode.status()).isEqualTo(401);
    assertThat(needsCode.json().getString("code")).isEqualTo("SECOND_FACTOR_REQUIRED");
    assertThat(token(email, NEW_PASSWORD, app.sameCode()).status()).isEqualTo(401);
    assertThat(token(email, NEW_PASSWORD, app.nextCode()).status()).isEqualTo(200);
    assertThat(token(email, NEW_PASSWORD, app.sameCode()).status()).isEqualTo(401);
    assertThat(token(email, NEW_PASSWORD, recovery).status()).isEqualTo(200);
    assertThat(token(email, NEW_PASSWORD, recovery).status()).isEqualTo(401);
    assertThat(token(email, PASSWORD, app.nextCode()).json().getString("code"))
        .isEqualTo("INVALID_CREDENTIALS");

    // Every device is signed out.
    assertThat(anna.get("api/account").json().getJsonObject("account").getInt("recoveryCodesLeft"))
        .isEqualTo(9);
    assertThat(anna.post("api/account/sign-out-everywhere", "{}").status()).isEqualTo(200);
    assertThat(anna.get("api/account").status()).isEqualTo(401);
  }

  @Test
  void aChangedPasswordKeepsWhoChangedItAndNobodyElse() {
    String email = "ben@liveone.example";
    made(email);
    ApiClient here = product.api().signedIn(email, PASSWORD);
    ApiClient elsewhere = product.api().signedIn(email, PASSWORD);

    Answer wrong =
        post(here, "account/password", "oldPassword", "wrong", "newPassword", NEW_PASSWORD);
    assertThat(wrong.status()).isEqualTo(400);
    Answer changed =
        post(here, "account/password", "oldPassword", PASSWORD, "newPassword", NEW_PASSWORD);

    assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    assertThat(here.get("api/account").status()).isEqualTo(200);
    assertThat(elsewhere.get("api/account").status()).isEqualTo(401);
  }

  @Test
  void whoHasNoAccountIsAnsweredTheSameAndGetsNoMail() {
    made("carla@liveone.example");
    ApiClient nobody = product.api();

    Answer known = post(nobody, "auth/forgot-password", "email", "carla@liveone.example");
    Answer unknown = post(nobody, "auth/forgot-password", "email", "nobody@liveone.example");

    assertThat(unknown.status()).isEqualTo(known.status());
    assertThat(unknown.body()).isEqualTo(known.body());
    mail.tokenOf("carla@liveone.example", "new LiveOne password");
    assertThat(mail.countOf("nobody@liveone.example")).isZero();
    Answer again = post(nobody, "auth/sign-up", "email", "carla@liveone.example");
    assertThat(again.status()).isEqualTo(202);
    assertThat(mail.textOf("carla@liveone.example", "You have"))
        .contains("has one")
        .doesNotContain("token=");
  }

  @Test
  void aMailServerThatIsDownDelaysMailsAndNothingElse() {
    String email = "dora@liveone.example";
    made(email);

    mail.whileDown(
        () -> {
          Answer asked = post(product.api(), "auth/forgot-password", "email", email);
          assertThat(asked.status()).isEqualTo(202);
          await().atMost(Duration.ofMinutes(1)).until(() -> attempts() > 0);
          Answer guessed =
              post(
                  product.api(), "auth/reset-password", "token", "guess", "password", NEW_PASSWORD);
          assertThat(guessed.status()).isEqualTo(400);
          assertThat(token(email, PASSWORD).status()).isEqualTo(200);
          assertThat(token(email, NEW_PASSWORD).status()).isEqualTo(401);
        });

    assertThat(mail.tokenOf(email, "new LiveOne password")).isNotBlank();
  }

  @Test
  void theAddressChangesOnceTheMailToTheNewOneWasAnswered() {
    String email = "emma@liveone.example";
    made(email);
    ApiClient emma = product.api().signedIn(email, PASSWORD);
    String newEmail = "emma@elsewhere.example";

    Answer asked = post(emma, "account/email", "email", newEmail, "password", PASSWORD);
    assertThat(asked.status()).as(asked.body()).isEqualTo(202);
    String link = mail.tokenOf(newEmail, "your address");
    assertThat(token(newEmail, PASSWORD).status()).isEqualTo(401);
    assertThat(post(product.api(), "auth/verify-email", "token", link).status()).isEqualTo(200);

    assertThat(token(newEmail, PASSWORD).status()).isEqualTo(200);
    assertThat(token(email, PASSWORD).status()).isEqualTo(401);
    assertThat(mail.textOf(email, "another address")).contains(newEmail);
  }

  @Test
  void aFloodOfGuessesKeepsNobodyOut() throws Exception {
    String email = "fay@liveone.example";
    made(email);
    ApiClient fay = product.api().signedIn(email, PASSWORD);

    try (SignInFlood flood =
        SignInFlood.begin(product.baseUri(), email, Integer.getInteger("liveone.flood", 1_000))) {
      int signedIn = 0;
      while (!flood.isOver()) {
        assertThat(fay.get("api/data/systems").status()).isEqualTo(200);
        signedIn += token(email, PASSWORD).status() == 200 ? 1 : 0;
      }

      assertThat(signedIn).as("sign-ins of the owner during the flood").isPositive();
      assertThat(flood.answers().keySet()).isSubsetOf(401, 429);
    }
    await()
        .atMost(Duration.ofMinutes(1))
        .until(
            () ->
                post(product.api(), "auth/token", "email", "guest@liveone.example", "password", "x")
                        .status()
                    == 401);
  }

  private static int attempts() throws SQLException {
    try (Connection sql = product.sql();
        Statement query = sql.createStatement();
        ResultSet row = query.executeQuery("SELECT SUM(attempts) FROM outgoing_mails")) {
      row.next();
      return row.getInt(1);
    }
  }

  private static void made(String email) {
    ApiClient nobody = product.api();
    Answer asked = post(nobody, "auth/sign-up", "email", email);
    assertThat(asked.status()).as(asked.body()).isEqualTo(202);
    String link = mail.tokenOf(email, "Your LiveOne account");
    assertThat(token(email, PASSWORD).status()).isEqualTo(401);
    Answer made =
        post(
            nobody,
            "auth/sign-up/complete",
            "token",
            link,
            "displayName",
            "Somebody",
            "password",
            PASSWORD);
    assertThat(made.status()).as(made.body()).isEqualTo(200);
  }

  private static Answer token(String email, String password) {
    return post(product.api(), "auth/token", "email", email, "password", password);
  }

  private static Answer token(String email, String password, String code) {
    return post(product.api(), "auth/token", "email", email, "password", password, "code", code);
  }

  private static Answer post(ApiClient client, String route, String... fields) {
    JsonObjectBuilder body = Json.createObjectBuilder();
    for (int i = 0; i < fields.length; i += 2) {
      body.add(fields[i], fields[i + 1]);
    }
    return client.post("api/" + route, body.build().toString());
  }
}
