package energy.liveone.oidc;

import energy.liveone.account.EmailAddress;
import energy.liveone.identity.Identity;
import energy.liveone.identity.ProvenPerson;
import energy.liveone.oidc.OidcOutcome.Problem;
import energy.liveone.oidc.OidcOutcome.Proven;
import energy.liveone.oidc.OidcOutcome.Unproven;
import energy.liveone.vendor.HttpCall;
import energy.liveone.vendor.HttpOutcome.Answer;
import energy.liveone.vendor.JsonFields;
import energy.liveone.vendor.JsonParse;
import energy.liveone.vendor.JsonParse.Read;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jose4j.jwt.JwtClaims;
import org.jspecify.annotations.Nullable;

/** Fetches the tokens that a code stands for, and reads who they are about. */
@Dependent
class CodeExchange {
  private static final Logger LOG = Logger.getLogger(CodeExchange.class.getName());
  private static final int OK = 200;
  private static final int SERVER_ERROR = 500;
  private static final int TOO_MANY = 429;

  private final ProviderCalls calls;
  private final Clock clock;

  @Inject
  CodeExchange(ProviderCalls calls, Clock clock) {
    this.calls = calls;
    this.clock = clock;
  }

  /**
   * Who the code is about.
   *
   * @throws ProviderUnreachable when the provider does not answer in a way that can be read
   */
  OidcOutcome exchange(
      OidcProvider provider,
      KnownProvider known,
      OidcAttempt attempt,
      String code,
      String redirectUri) {
    ProviderMetadata metadata = known.metadata();
    Answer answer = calls.send(call(provider, metadata, attempt, code, redirectUri));
    if (answer.status() >= SERVER_ERROR || answer.status() == TOO_MANY) {
      throw new ProviderUnreachable("It answered " + answer.status());
    }
    if (answer.status() != OK) {
      return refused(provider, "it answered " + answer.status() + " to the code");
    }
    JsonFields tokens = json(answer);
    IdTokenCheck check = new IdTokenCheck(metadata.issuer(), provider.clientId(), clock);
    return tokens
        .text("id_token")
        .map(token -> check.check(token, attempt.nonce(), known))
        .map(
            verdict ->
                verdict.fold(
                    accepted -> person(metadata, accepted.claims(), tokens),
                    no -> refused(provider, no.reason())))
        .orElseGet(() -> refused(provider, "it sent no ID token"));
  }

  private static HttpCall call(
      OidcProvider provider,
      ProviderMetadata metadata,
      OidcAttempt attempt,
      String code,
      String redirectUri) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "authorization_code");
    form.put("code", code);
    form.put("redirect_uri", redirectUri);
    form.put("code_verifier", attempt.verifier());
    if (provider.clientSecret().isEmpty()) {
      form.put("client_id", provider.clientId());
      return HttpCall.form(metadata.token(), form);
    }
    if (metadata.wantsSecretInForm()) {
      form.put("client_id", provider.clientId());
      form.put("client_secret", provider.clientSecret());
      return HttpCall.form(metadata.token(), form);
    }
    return HttpCall.form(metadata.token(), form).with("Authorization", basic(provider));
  }

  /** Both parts are encoded like a form first (RFC 6749, section 2.3.1). */
  private static String basic(OidcProvider provider) {
    String pair = encode(provider.clientId()) + ":" + encode(provider.clientSecret());
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.US_ASCII));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static JsonFields json(Answer answer) {
    return JsonParse.of(answer.body())
        .fold(
            Read::fields,
            malformed -> {
              throw new ProviderUnreachable("Its answer cannot be read");
            });
  }

  /** Some providers tell addresses in tokens, others when asked. */
  private OidcOutcome person(ProviderMetadata metadata, JwtClaims claims, JsonFields tokens) {
    Map<String, Object> told = claims.getClaimsMap();
    String subject = String.valueOf(told.get("sub"));
    Claims fromToken = Claims.of(told);
    Claims all =
        fromToken.email().isPresent() ? fromToken : asked(metadata, subject, tokens).or(fromToken);
    return new Proven(
        new ProvenPerson(
            new Identity(metadata.issuer(), subject),
            all.verifiedEmail().orElse(null),
            all.name()));
  }

  private Claims asked(ProviderMetadata metadata, String subject, JsonFields tokens) {
    Optional<String> access = tokens.text("access_token");
    if (metadata.userInfo().isEmpty() || access.isEmpty()) {
      return Claims.NONE;
    }
    Answer answer =
        calls.send(
            HttpCall.get(metadata.userInfo().get())
                .with("Authorization", "Bearer " + access.get()));
    if (answer.status() != OK) {
      return Claims.NONE;
    }
    JsonFields fields = json(answer);
    // The answer counts for the person of the token only.
    return fields.text("sub").filter(subject::equals).isPresent() ? Claims.of(fields) : Claims.NONE;
  }

  private static Unproven refused(OidcProvider provider, String reason) {
    LOG.log(Level.WARNING, "A sign-in at {0} was refused: {1}", new Object[] {provider, reason});
    return new Unproven(Problem.REFUSED);
  }

  /** What a provider tells of a person. */
  private record Claims(Optional<String> email, boolean isVerified, String name) {
    static final Claims NONE = new Claims(Optional.empty(), false, "");

    static Claims of(Map<String, Object> claims) {
      return new Claims(
          text(claims.get("email")),
          Boolean.TRUE.equals(claims.get("email_verified")),
          text(claims.get("name")).or(() -> text(claims.get("preferred_username"))).orElse(""));
    }

    static Claims of(JsonFields fields) {
      return new Claims(
          fields.text("email"),
          fields.flag("email_verified").orElse(false),
          fields.text("name").or(() -> fields.text("preferred_username")).orElse(""));
    }

    private static Optional<String> text(@Nullable Object claim) {
      return claim instanceof String text && !text.isBlank()
          ? Optional.of(text.strip())
          : Optional.empty();
    }

    /** What is told here, with the name that was told elsewhere where there is none. */
    Claims or(Claims other) {
      return name.isEmpty() ? new Claims(email, isVerified, other.name()) : this;
    }

    Optional<EmailAddress> verifiedEmail() {
      return email.filter(text -> isVerified && EmailAddress.isValid(text)).map(EmailAddress::new);
    }
  }
}
