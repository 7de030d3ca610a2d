package energy.liveone.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.liveone.oidc.IdTokenCheck.Verdict;
import energy.liveone.oidc.IdTokenCheck.Verdict.Accepted;
import energy.liveone.oidc.IdTokenCheck.Verdict.Refused;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdTokenCheckTest {
  private static final String ISSUER = "https://id.example.org";
  private static final String CLIENT = "liveone";
  private static final String NONCE = "the-nonce";
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final PublicJsonWebKey KEY = rsa("first");
  private static final PublicJsonWebKey NEXT = rsa("second");

  private final IdTokenCheck check =
      new IdTokenCheck(ISSUER, CLIENT, Clock.fixed(NOW, ZoneOffset.UTC));
  private final Keys keys = new Keys();

  /** Keys that change when they are asked for once more. */
  private static final class Keys implements KeySource {
    private List<JsonWebKey> now = List.of(publicOf(KEY));
    private List<JsonWebKey> newer = List.of(publicOf(KEY));
    private int asked;

    @Override
    public List<JsonWebKey> keys() {
      return now;
    }

    @Override
    public List<JsonWebKey> newerKeys() {
      asked++;
      now = newer;
      return now;
    }
  }

  @Test
  void aTokenOfTheProviderForUsAboutThisSignInCounts() {
    Verdict verdict = check(signed(claims()));

    assertThat(verdict).isInstanceOf(Accepted.class);
    assertThat(keys.asked).isZero();
  }

  @Test
  void ellipticCurvesAreGoodAsWell() throws JoseException {
    PublicJsonWebKey curve = EcJwkGenerator.generateJwk(EllipticCurves.P256);
    curve.setKeyId("curve");
    keys.now = List.of(publicOf(KEY), publicOf(curve));

    String token =
        signed(claims(), curve, AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256, "curve");

    assertThat(check(token)).isInstanceOf(Accepted.class);
  }

  @ParameterizedTest
  @CsvSource({
    "iss, https://evil.example.org",
    "iss, https://id.example.org/",
    "aud, somebody-else",
    "azp, somebody-else",
    "nonce, another-nonce",
    "nonce, ''",
    "sub, ''",
  })
  void aTokenWithAnotherClaimIsRefused(String claim, String value) {
    JwtClaims claims = claims();
    claims.setStringClaim(claim, value);

    assertThat(check(signed(claims))).isInstanceOf(Refused.class);
  }

  @ParameterizedTest
  @CsvSource({"iss", "aud", "nonce", "sub", "exp", "iat"})
  void aTokenWithoutAClaimIsRefused(String claim) {
    JwtClaims claims = claims();
    claims.unsetClaim(claim);

    assertThat(check(signed(claims))).isInstanceOf(Refused.class);
  }

  @ParameterizedTest
  @CsvSource({"iss", "aud", "nonce", "sub", "exp", "iat", "azp"})
  void aClaimOfAnotherTypeIsRefused(String claim) {
    JwtClaims claims = claims();
    claims.setClaim(claim, Map.of("x", 1));

    assertThat(check(signed(claims))).isInstanceOf(Refused.class);
  }

  @ParameterizedTest
  @CsvSource({
    "exp, -30, true",
    "exp, -61, false",
    "iat, 30, true",
    "iat, 90, false",
    "iat, -600, true",
    "iat, -700, false",
    "nbf, 30, true",
    "nbf, 90, false",
  })
  void clocksMayBeAMinuteApart(String claim, int seconds, boolean counts) {
    JwtClaims claims = claims();
    claims.setIssuedAt(at(-300));
    claims.setNumericDateClaim(claim, at(seconds));

    assertThat(check(signed(claims)) instanceof Accepted).isEqualTo(counts);
  }

  @Test
  void amongSeveralAudiencesWeMustBeTheAuthorizedParty() {
    JwtClaims claims = claims();
    claims.setAudience(CLIENT, "somebody-else");
    String without = signed(claims);
    claims.setStringClaim("azp", CLIENT);
    String with = signed(claims);

    assertThat(check(without)).isInstanceOf(Refused.class);
    assertThat(check(with)).isInstanceOf(Accepted.class);
  }

  @Test
  void anyChangedCharacterOfPayloadOrSignatureIsRefused() {
    String token = signed(claims());
    String[] parts = token.split("\\.", -1);
    for (int part = 1; part < 3; part++) {
      for (int i = 0; i < parts[part].length() - 1; i += 7) {
        String[] changed = parts.clone();
        char other = parts[part].charAt(i) == 'A' ? 'B' : 'A';
        changed[part] = parts[part].substring(0, i) + other + parts[part].substring(i + 1);
        assertThat(check(String.join(".", changed))).isInstanceOf(Refused.class);
      }
    }
  }

  @Test
  void aTokenWithoutSignatureIsRefused() throws JoseException {
    JsonWebSignature none = new JsonWebSignature();
    none.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
    none.setPayload(claims().toJson());
    none.setAlgorithmHeaderValue(AlgorithmIdentifiers.NONE);

    assertThat(check(none.getCompactSerialization())).isInstanceOf(Refused.class);
    String signed = signed(claims());
    assertThat(check(signed.substring(0, signed.lastIndexOf('.') + 1))).isInstanceOf(Refused.class);
  }

  /** The public key is known to everybody, so it must not be taken for a shared secret. */
  @Test
  void aTokenSignedWithThePublicKeyAsSharedSecretIsRefused() throws JoseException {
    JsonWebSignature forged = new JsonWebSignature();
    forged.setPayload(claims().toJson());
    forged.setKeyIdHeaderValue("first");
    forged.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
    forged.setKey(new HmacKey(KEY.getPublicKey().getEncoded()));

    assertThat(check(forged.getCompactSerialization())).isInstanceOf(Refused.class);
  }

  @Test
  void aKeyOfSomebodyElseUnderAKnownNameIsRefused() {
    String token = signed(claims(), NEXT, AlgorithmIdentifiers.RSA_USING_SHA256, "first");

    assertThat(check(token)).isInstanceOf(Refused.class);
  }

  @Test
  void aNewKeyIsAskedForOnceItIsNamed() {
    keys.newer = List.of(publicOf(KEY), publicOf(NEXT));
    String token = signed(claims(), NEXT, AlgorithmIdentifiers.RSA_USING_SHA256, "second");

    assertThat(check(token)).isInstanceOf(Accepted.class);
    assertThat(keys.asked).isEqualTo(1);
    assertThat(check(token)).isInstanceOf(Accepted.class);
    assertThat(keys.asked).isEqualTo(1);
  }

  @Test
  void aKeyThatNobodyKnowsIsRefused() {
    String token = signed(claims(), NEXT, AlgorithmIdentifiers.RSA_USING_SHA256, "second");

    assertThat(check(token)).isInstanceOf(Refused.class);
  }

  @Test
  void keysThatCannotBeHadAreNoRefusalOfTheToken() {
    KeySource none =
        new KeySource() {
          @Override
          public List<JsonWebKey> keys() {
            throw new ProviderUnreachable("down");
          }

          @Override
          public List<JsonWebKey> newerKeys() {
            return keys();
          }
        };

    assertThatThrownBy(() -> check.check(signed(claims()), NONCE, none))
        .isInstanceOf(ProviderUnreachable.class);
  }

  @ParameterizedTest
  @CsvSource({"''", "x", "a.b.c", "....", "e30.e30.e30"})
  void whatIsNoTokenIsRefused(String text) {
    assertThat(check(text)).isInstanceOf(Refused.class);
  }

  @Test
  void theReasonHoldsNothingOfTheToken() {
    JwtClaims claims = claims();
    claims.setStringClaim("aud", "a-secret-audience");
    claims.setStringClaim("email", "anna@liveone.example");

    Verdict verdict = check(signed(claims));

    assertThat(((Refused) verdict).reason()).doesNotContain("secret", "anna");
  }

  private Verdict check(String token) {
    return check.check(token, NONCE, keys);
  }

  private static JwtClaims claims() {
    JwtClaims claims = new JwtClaims();
    claims.setIssuer(ISSUER);
    claims.setAudience(CLIENT);
    claims.setSubject("anna");
    claims.setIssuedAt(at(0));
    claims.setExpirationTime(at(300));
    claims.setStringClaim("nonce", NONCE);
    return claims;
  }

  private static NumericDate at(int seconds) {
    return NumericDate.fromSeconds(NOW.getEpochSecond() + seconds);
  }

  private static String signed(JwtClaims claims) {
    return signed(claims, KEY, AlgorithmIdentifiers.RSA_USING_SHA256, "first");
  }

  private static String signed(JwtClaims claims, PublicJsonWebKey key, String alg, String kid) {
    JsonWebSignature signature = new JsonWebSignature();
    signature.setPayload(claims.toJson());
    signature.setKey(key.getPrivateKey());
    signature.setKeyIdHeaderValue(kid);
    signature.setAlgorithmHeaderValue(alg);
    try {
      return signature.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  private static PublicJsonWebKey rsa(String kid) {
    try {
      PublicJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
      key.setKeyId(kid);
      return key;
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonWebKey publicOf(PublicJsonWebKey key) {
    try {
      JsonWebKey copy = JsonWebKey.Factory.newJwk(key.getPublicKey());
      copy.setKeyId(key.getKeyId());
      return copy;
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }
}
