package energy.liveone.web.words;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.audit.ActorKind;
import energy.liveone.audit.AuditAct;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AuditWordsTest {
  private final Texts english = Texts.of(Locale.ENGLISH);

  @ParameterizedTest
  @EnumSource(AuditAct.class)
  void everyActHasWords(AuditAct act) {
    assertThat(english.text("audit.act." + act.wireName())).isNotBlank();
  }

  @ParameterizedTest
  @EnumSource(ActorKind.class)
  void everyKindOfActorHasWords(ActorKind kind) {
    assertThat(english.text("audit.actor." + kind.wireName())).isNotBlank();
  }
}
