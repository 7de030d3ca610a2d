package energy.liveone.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerEnvironmentTest {
  private static final FirstAdmin KNOWN = new FirstAdmin("me@example.org", Optional.empty(), false);

  @TempDir Path temp;

  @Test
  void keysAreMadeOnceAndStayTheSame() {
    Map<String, String> first = environment(Map.of(), KNOWN);

    assertThat(first).doesNotContainKey("LIVEONE_ENCRYPTION_KEY");
    assertThat(Path.of(first.get("LIVEONE_ENCRYPTION_KEY_FILE")))
        .content()
        .matches("[0-9a-f]{64}\n");
    assertThat(first.get("LIVEONE_CRON_SECRET")).isNotBlank();
    assertThat(environment(Map.of(), KNOWN)).isEqualTo(first);
  }

  @Test
  void keysOfTheEnvironmentWin() {
    Map<String, String> environment =
        environment(
            Map.of("LIVEONE_ENCRYPTION_KEY", "ab".repeat(32), "LIVEONE_CRON_SECRET", "s"), KNOWN);

    assertThat(environment)
        .containsEntry("LIVEONE_ENCRYPTION_KEY", "ab".repeat(32))
        .containsEntry("LIVEONE_CRON_SECRET", "s");
    assertThat(temp.resolve("secrets")).doesNotExist();
  }

  @Test
  void aKeyOfTheWrongLengthIsRefused() {
    assertThatThrownBy(() -> environment(Map.of("LIVEONE_ENCRYPTION_KEY", "abcd"), KNOWN))
        .isInstanceOf(StartRefusedException.class)
        .hasMessageContaining("64 hexadecimal digits")
        .hasMessageNotContaining("abcd");
  }

  @Test
  void thePreviousKeyIsHandedOnBesideTheNewOne() {
    Map<String, String> given =
        Map.of(
            "LIVEONE_ENCRYPTION_KEY", "ab".repeat(32),
            "LIVEONE_ENCRYPTION_KEY_PREVIOUS", "cd".repeat(32));

    assertThat(environment(given, KNOWN)).containsAllEntriesOf(given);
  }

  @Test
  void anAccountThatExistsIsNotMentioned() {
    assertThat(environment(Map.of(), KNOWN))
        .doesNotContainKeys("LIVEONE_ADMIN_EMAIL", "LIVEONE_ADMIN_PASSWORD");
  }

  @Test
  void simulatedVendorsStandInTheirPlaces() {
    String variable = "LIVEONE_VENDOR_SOLAREDGE_BASE_URL";
    Map<String, String> environment =
        ServerEnvironment.of(
            Map.of(),
            new Secrets(temp.resolve("secrets")),
            KNOWN,
            Map.of(variable, "http://127.0.0.1:7070/solaredge"),
            8080);

    assertThat(environment)
        .containsEntry(variable, "http://127.0.0.1:7070/solaredge")
        .containsKey("LIVEONE_VENDOR_ENPHASE_CLIENT_SECRET");
  }

  @Test
  void withoutSimulatedVendorsNoneIsRedirected() {
    assertThat(environment(Map.of(), KNOWN).keySet())
        .noneMatch(name -> name.startsWith("LIVEONE_VENDOR"));
  }

  @Test
  void linksInMailsLeadToThisMachineUnlessAnAddressIsGiven() {
    String url = "LIVEONE_PUBLIC_URL";

    assertThat(environment(Map.of(), KNOWN)).containsEntry(url, "http://localhost:8080");
    assertThat(environment(Map.of(url, "https://home.example"), KNOWN))
        .containsEntry(url, "https://home.example");
  }

  private Map<String, String> environment(Map<String, String> inherited, FirstAdmin admin) {
    return ServerEnvironment.of(
        inherited, new Secrets(temp.resolve("secrets")), admin, Map.of(), 8080);
  }
}
