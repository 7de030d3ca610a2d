package energy.liveone.mail;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.account.EmailAddress;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MailTextsTest {
  private static final EmailAddress ANNA = new EmailAddress("anna@liveone.example");

  @ParameterizedTest
  @EnumSource(MailKind.class)
  void everyMailHasWordsInEveryLanguage(MailKind kind) {
    for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.forLanguageTag("de-AT")}) {
      Mail mail = MailTexts.of(kind, locale, ANNA, "http://home.example/x?token=1");

      assertThat(mail.subject()).isNotBlank();
      assertThat(mail.text()).doesNotContain("{", "!").endsWith("\n");
    }
  }

  @Test
  void bothLanguagesHaveTheSameTexts() {
    assertThat(MailTexts.bundle(Locale.GERMAN).keySet())
        .isEqualTo(MailTexts.bundle(Locale.ENGLISH).keySet());
  }

  @Test
  void theLinkTakesItsPlace() {
    String link = "http://home.example/reset-password?token=1";

    assertThat(MailTexts.of(MailKind.RESET_PASSWORD, Locale.FRENCH, ANNA, link).text())
        .contains("\n\n" + link + "\n\n");
  }

  @Test
  void nothingOfAMailIsPrintedButItsSubject() {
    assertThat(MailTexts.of(MailKind.RESET_PASSWORD, Locale.ENGLISH, ANNA, "secret").toString())
        .doesNotContain("secret", "anna");
  }
}
