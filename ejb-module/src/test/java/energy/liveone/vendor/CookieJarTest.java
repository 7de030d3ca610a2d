package energy.liveone.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CookieJarTest {
  private final CookieJar jar = new CookieJar();

  @Test
  void valueMayContainEqualsSigns() {
    jar.accept(List.of("a=b=c==; Path=/; HttpOnly", "d=e"));

    assertThat(jar.header()).isEqualTo("a=b=c==; d=e");
  }

  @Test
  void laterCookieOfANameReplacesTheEarlier() {
    jar.accept(List.of("a=1"));
    jar.accept(List.of("a=2"));

    assertThat(jar.header()).isEqualTo("a=2");
  }

  @Test
  void cookieOfAgeZeroIsDropped() {
    jar.accept(List.of("a=1", "b=2"));
    jar.accept(List.of("a=; Max-Age=0"));

    assertThat(jar.header()).isEqualTo("b=2");
  }

  @Test
  void hostileAnswersFillItOnlySoFar() {
    jar.accept(IntStream.range(0, 1000).mapToObj(i -> "c" + i + "=x").toList());
    jar.accept(List.of("long=" + "x".repeat(10_000), "=x", "nothing"));

    assertThat(jar.values()).hasSize(50);
  }

  @Test
  void valuesAreNeverPrinted() {
    jar.accept(List.of("a=hunter2"));

    assertThat(jar.toString()).isEqualTo("CookieJar[a]");
  }
}
