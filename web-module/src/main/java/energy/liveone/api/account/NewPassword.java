package energy.liveone.api.account;

import energy.liveone.account.PasswordRule;
import energy.liveone.api.error.ApiProblem;
import energy.liveone.api.json.JsonBody;

/** A password that somebody chooses. */
public final class NewPassword {
  private NewPassword() {}

  /** The password in a field, when it keeps the rule. */
  public static String of(JsonBody body, String field) {
    String password = body.requiredText(field);
    if (!PasswordRule.accepts(password)) {
      throw ApiProblem.invalid(
          body.nameOf(field),
          "A password has %d to %d characters"
              .formatted(PasswordRule.MIN_LENGTH, PasswordRule.MAX_LENGTH));
    }
    return password;
  }
}
