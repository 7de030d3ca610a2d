package energy.liveone.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AuditLogTest {
  private static final AuditSubject SYSTEM = AuditSubject.system(7);

  private final AuditInMemory memory =
      new AuditInMemory(Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC));
  private final AuditLog log = memory.log();

  @Test
  void ofAChangeOnlyWhatDiffersIsTakenDown() {
    log.recordChange(
        AuditAct.SYSTEM_CHANGED,
        SYSTEM,
        Map.of("name", "Roof", "alias", "roof"),
        Map.of("name", "Barn", "alias", "roof"));

    NewEntry entry = memory.entries().get(0);
    assertThat(entry.beforeOrNull()).isEqualTo("{\"name\":\"Roof\"}");
    assertThat(entry.afterOrNull()).isEqualTo("{\"name\":\"Barn\"}");
  }

  @Test
  void aChangeOfNothingIsNotTakenDown() {
    log.recordChange(
        AuditAct.SYSTEM_CHANGED, SYSTEM, Map.of("name", "Roof"), Map.of("name", "Roof"));

    assertThat(memory.entries()).isEmpty();
  }

  @Test
  void whatIsCalledLikeASecretIsHidden() {
    log.record(
        AuditAct.CREDENTIALS_REPLACED,
        SYSTEM,
        Map.of("oldPassword", "hunter1"),
        Map.of("apiKey", "hunter2", "refresh_token", "hunter3", "site", "12"));

    assertThat(memory.entries().toString()).contains("\"site\":\"12\"").doesNotContain("hunter");
  }

  @Test
  void longFactsAreCutOff() {
    log.record(AuditAct.SYSTEM_ADDED, SYSTEM, Map.of(), Map.of("name", "x".repeat(10_000)));

    assertThat(memory.entries().get(0).afterOrNull()).hasSizeLessThan(300);
  }

  @Test
  void aFactMayBeThatThereIsNothing() {
    log.record(
        AuditAct.SYSTEM_CHANGED, SYSTEM, Collections.singletonMap("alias", null), Map.of("n", 3));

    assertThat(memory.entries().get(0).beforeOrNull()).isEqualTo("{\"alias\":null}");
    assertThat(memory.entries().get(0).afterOrNull()).isEqualTo("{\"n\":3}");
  }

  @Test
  void whoActsAndFromWhereComesFromTheRequest() {
    memory.current().become(AuditActor.user(3, "a@example.org"), "192.0.2.7");

    log.record(AuditAct.SIGNED_OUT, AuditSubject.account(3));

    NewEntry entry = memory.entries().get(0);
    assertThat(entry.actor()).isEqualTo(AuditActor.user(3, "a@example.org"));
    assertThat(entry.addressOrNull()).isEqualTo("192.0.2.7");
  }
}
