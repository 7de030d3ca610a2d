package energy.liveone.oidc;

import energy.liveone.identity.Identity;
import energy.liveone.oidc.IdTokenCheck.Verdict.Accepted;
import energy.liveone.oidc.IdTokenCheck.Verdict.Refused;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * What an ID token must be like (OpenID Connect Core 1.0, section 3.1.3.7): signed by the provider
 * with an asymmetric algorithm, by it, for us, about a sign-in that this browser began, now. {@code
 * at_hash} is not looked at: access tokens are used for nothing but to ask the provider about the
 * same subject.
 */
final class IdTokenCheck {
  /** How far the clocks of a provider and of this server may be apart. */
  static final Duration LEEWAY = Duration.ofMinutes(1);

  /** How long ago a token may have been made: it comes straight from the provider. */
  static final Duration OLDEST = Duration.ofMinutes(10);

  private static final AlgorithmConstraints ALGORITHMS =
      new AlgorithmConstraints(
          ConstraintType.PERMIT,
          AlgorithmIdentifiers.RSA_USING_SHA256,
          AlgorithmIdentifiers.RSA_USING_SHA384,
          AlgorithmIdentifiers.RSA_USING_SHA512,
          AlgorithmIdentifiers.RSA_PSS_USING_SHA256,
          AlgorithmIdentifiers.RSA_PSS_USING_SHA384,
          AlgorithmIdentifiers.RSA_PSS_USING_SHA512,
          AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
          AlgorithmIdentifiers.ECDSA_USING_P384_CURVE_AND_SHA384,
          AlgorithmIdentifiers.ECDSA_USING_P521_CURVE_AND_SHA512,
          AlgorithmIdentifiers.EDDSA);

  private final String issuer;
  private final String clientId;
  private final Clock clock;

  IdTokenCheck(String issuer, String clientId, Clock clock) {
    this.issuer = issuer;
    this.clientId = clientId;
    this.clock = clock;
  }

  /** Whether a token counts. */
  sealed interface Verdict {
    /** It does; these are its claims. */
    record Accepted(JwtClaims claims) implements Verdict {}

    /** It does not; the reason is for the log and holds nothing of the token. */
    record Refused(String reason) implements Verdict {}

    default <R> R fold(Function<Accepted, R> accepted, Function<Refused, R> refused) {
      if (this instanceof Accepted a) {
        return accepted.apply(a);
      }
      return refused.apply((Refused) this);
    }
  }

  /**
   * Checks a token.
   *
   * @param nonce sent along when the sign-in began
   * @throws ProviderUnreachable when the keys cannot be had
   */
  Verdict check(String token, String nonce, KeySource keys) {
    try {
      JwtClaims claims = consumer(keys).processToClaims(token);
      return checkOurs(claims, nonce);
    } catch (InvalidJwtException e) {
      return refused(e);
    } catch (MalformedClaimException e) {
      return new Refused("A claim has the wrong type");
    }
  }

  private JwtConsumer consumer(KeySource keys) {
    return new JwtConsumerBuilder()
        .setJwsAlgorithmConstraints(ALGORITHMS)
        .setVerificationKeyResolver(resolver(keys))
        .setExpectedIssuer(true, issuer)
        .setExpectedAudience(true, clientId)
        .setRequireSubject()
        .setRequireExpirationTime()
        .setRequireIssuedAt()
        .setIssuedAtRestrictions(0, Math.toIntExact(OLDEST.toSeconds()))
        .setAllowedClockSkewInSeconds(Math.toIntExact(LEEWAY.toSeconds()))
        .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
        .build();
  }

  /** Keys that are not known may be new. */
  private static VerificationKeyResolver resolver(KeySource keys) {
    return (signature, nesting) -> {
      try {
        return new JwksVerificationKeyResolver(keys.keys()).resolveKey(signature, nesting);
      } catch (UnresolvableKeyException e) {
        return new JwksVerificationKeyResolver(keys.newerKeys()).resolveKey(signature, nesting);
      }
    };
  }

  private Verdict checkOurs(JwtClaims claims, String nonce) throws MalformedClaimException {
    if (!Identity.isUsable(claims.getSubject())) {
      return new Refused("The subject cannot be used");
    }
    String itsNonce = claims.getStringClaimValue("nonce");
    if (itsNonce == null || !isEqual(itsNonce, nonce)) {
      return new Refused("The nonce is another one");
    }
    String party = claims.getStringClaimValue("azp");
    List<String> audience = claims.getAudience();
    if (party == null ? audience.size() > 1 : !party.equals(clientId)) {
      return new Refused("The authorized party is another one");
    }
    return new Accepted(claims);
  }

  private static boolean isEqual(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  /** Codes only: the messages of the library quote the token. */
  private static Refused refused(InvalidJwtException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof ProviderUnreachable unreachable) {
        throw unreachable;
      }
    }
    return new Refused(
        e.getErrorDetails().stream()
            .map(error -> "error " + error.getErrorCode())
            .collect(Collectors.joining(", ", "Not valid: ", "")));
  }
}
