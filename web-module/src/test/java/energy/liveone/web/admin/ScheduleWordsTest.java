package energy.liveone.web.admin;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.diagnosis.Diagnosis;
import energy.liveone.history.Contact;
import energy.liveone.history.SystemHealth;
import energy.liveone.history.SystemOverview;
import energy.liveone.polling.PlannedPoll;
import energy.liveone.polling.SessionCause;
import energy.liveone.polling.WhyThen;
import energy.liveone.system.SystemId;
import energy.liveone.system.SystemStatus;
import energy.liveone.system.VendorType;
import energy.liveone.vendor.FailureCode;
import energy.liveone.web.admin.ScheduleWords.Fact;
import energy.liveone.web.live.SiteClock;
import energy.liveone.web.words.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScheduleWordsTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private static final ZoneId ZONE = ZoneId.of("Australia/Melbourne");

  @Test
  void theNextPollIsToldInTheZoneOfTheSiteAndHowFarItIs() {
    assertThat(facts(polled(WhyThen.RHYTHM, NOW.plusSeconds(30), 0)))
        .containsEntry("Next poll", "Mon 23 Nov, 21:00:30 (in 30 s)")
        .containsEntry("Why", "That is when the vendor has something new.")
        .containsEntry("Last success", "Mon 23 Nov, 20:59:00 (1 min ago)")
        .containsEntry("Usual rhythm", "Every 60 s");
    assertThat(facts(polled(WhyThen.BACK_OFF, NOW.plusSeconds(840), 5)))
        .containsEntry("Next poll", "Mon 23 Nov, 21:14:00 (in 14 min)")
        .containsEntry("Failures in a row", "5")
        .hasEntrySatisfying("Why", why -> assertThat(why).contains("5 in a row"));
  }

  @Test
  void whatIsDueIsNotToCome() {
    assertThat(facts(polled(WhyThen.OVERDUE, NOW.minusSeconds(60), 0)))
        .containsEntry("Next poll", "Due since Mon 23 Nov, 20:59:00");
  }

  @Test
  void aStoppedSystemSaysWhatStoppedIt() {
    assertThat(facts(polled(WhyThen.STOPPED, null, 3)))
        .containsEntry("Next poll", "None")
        .hasEntrySatisfying(
            "Why", why -> assertThat(why).endsWith("AUTH_FAILED: the login was rejected"));
  }

  @Test
  void aPushingSystemHasPushesInPlaceOfPolls() {
    Contact refused =
        new Contact(NOW.minusSeconds(5), Duration.ZERO, SessionCause.PUSH, false, "X", null, 0);
    Contact stored =
        new Contact(NOW.minusSeconds(65), Duration.ZERO, SessionCause.PUSH, true, null, null, 9);
    Diagnosis pushing =
        new Diagnosis(
            system(),
            false,
            NOW,
            Duration.ofSeconds(60),
            PlannedPoll.NONE,
            WhyThen.PUSHED,
            List.of(refused, stored),
            List.of());

    assertThat(facts(pushing))
        .containsEntry("Last push stored", "Mon 23 Nov, 20:58:55 (1 min ago)")
        .doesNotContainKeys("Next poll", "Last attempt");
  }

  @ParameterizedTest
  @EnumSource
  void everyReasonHasWordsInBothLanguages(WhyThen why) {
    for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
      assertThat(words(polled(why, NOW, 2), locale).why()).isNotBlank().doesNotContain("{");
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyCodeHasWordsInBothLanguages(FailureCode code) {
    for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
      assertThat(Texts.of(locale).text("diag.code." + code.name(), "Acme")).isNotBlank();
    }
  }

  private static Map<String, String> facts(Diagnosis diagnosis) {
    return words(diagnosis, Locale.ENGLISH).facts().stream()
        .collect(Collectors.toMap(Fact::label, Fact::value));
  }

  private static ScheduleWords words(Diagnosis diagnosis, Locale locale) {
    return new ScheduleWords(diagnosis, new SiteClock(ZONE, NOW, Texts.of(locale)));
  }

  private static Diagnosis polled(WhyThen why, @Nullable Instant due, int failures) {
    Instant before = NOW.minusSeconds(60);
    return new Diagnosis(
        system(),
        true,
        null,
        Duration.ofSeconds(60),
        new PlannedPoll(due, null, null, failures, before, before, null),
        why,
        List.of(),
        List.of());
  }

  private static SystemOverview system() {
    return new SystemOverview(
        new SystemId(7),
        1,
        new VendorType("acme"),
        "Acme",
        "4711",
        "Home",
        null,
        SystemStatus.ERROR,
        "AUTH_FAILED: the login was rejected",
        false,
        ZONE,
        null,
        null,
        SystemHealth.RED,
        null,
        null,
        false);
  }
}
