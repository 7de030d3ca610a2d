package energy.liveone.api.auth;

import energy.liveone.account.EmailAddress;
import energy.liveone.api.error.ApiProblem;
import energy.liveone.api.error.ErrorCode;
import energy.liveone.api.json.JsonBody;
import energy.liveone.mailedlink.LinkOutcome;
import energy.liveone.mailedlink.LinkToken;
import jakarta.ws.rs.core.Response;
import java.time.Duration;

/** What the routes around links in mails have in common. */
final class LinkAnswers {
  private LinkAnswers() {}

  /** The shape of acts that have nothing to tell. */
  public record Done(boolean success) {}

  static EmailAddress email(JsonBody body) {
    String email = body.requiredText("email");
    if (!EmailAddress.isValid(email)) {
      throw ApiProblem.invalid("email", "Not an e-mail address");
    }
    return new EmailAddress(email);
  }

  static LinkToken token(JsonBody body) {
    return new LinkToken(body.requiredText("token"));
  }

  /** The same whatever exists. */
  static Response asked(Duration wait) {
    if (!wait.isZero()) {
      throw ApiProblem.tooOften("Too many mails were asked for", wait);
    }
    return Response.accepted(new Done(true)).build();
  }

  static Response followed(LinkOutcome outcome) {
    return switch (outcome) {
      case DONE -> Response.ok(new Done(true)).build();
      case UNUSABLE ->
          throw ApiProblem.of(
              ErrorCode.LINK_UNUSABLE, "This link was used, is too old, or never existed");
      case EMAIL_TAKEN -> throw ApiProblem.conflict("email", "The address has an account now");
    };
  }
}
