package energy.liveone.clerk;

import energy.liveone.account.EmailAddress;
import energy.liveone.identity.Identity;
import energy.liveone.vendor.JsonFields;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A message about a user.
 *
 * @param userId at Clerk; the subject of the user's ID tokens as well
 * @param updatedAtMs how new it is, epoch milliseconds by Clerk's clock; 0 when it does not say
 * @param verifiedEmailOrNull the user's first address, when Clerk has verified it
 * @param name first and last name, or the user's name at Clerk; possibly empty
 * @see <a href="https://clerk.com/docs/webhooks/overview">Clerk: webhooks</a>
 */
public record ClerkEvent(
    Kind kind,
    String userId,
    long updatedAtMs,
    @Nullable EmailAddress verifiedEmailOrNull,
    String name) {
  /** What happened. */
  public enum Kind {
    CREATED,
    UPDATED,
    DELETED,
    /** Something that concerns nobody's account. */
    OTHER
  }

  /** Reads a message; empty when it says not what it is about. */
  public static Optional<ClerkEvent> read(JsonFields message) {
    Optional<Kind> kind = message.text("type").map(ClerkEvent::kind);
    if (kind.isEmpty() || kind.get() == Kind.OTHER) {
      return kind.map(other -> new ClerkEvent(other, "", 0, null, ""));
    }
    Optional<JsonFields> user = message.object("data");
    return user.flatMap(data -> data.text("id"))
        .filter(Identity::isUsable)
        .map(id -> of(kind.get(), id, user.get()));
  }

  private static Kind kind(String type) {
    return switch (type) {
      case "user.created" -> Kind.CREATED;
      case "user.updated" -> Kind.UPDATED;
      case "user.deleted" -> Kind.DELETED;
      default -> Kind.OTHER;
    };
  }

  private static ClerkEvent of(Kind kind, String id, JsonFields user) {
    return new ClerkEvent(
        kind, id, (long) user.number("updated_at").orElse(0), email(user).orElse(null), name(user));
  }

  private static Optional<EmailAddress> email(JsonFields user) {
    Optional<String> first = user.text("primary_email_address_id");
    return user.objects("email_addresses").stream()
        .filter(address -> first.isPresent() && address.text("id").equals(first))
        .filter(
            address ->
                address
                    .object("verification")
                    .flatMap(verification -> verification.text("status"))
                    .filter("verified"::equals)
                    .isPresent())
        .flatMap(address -> address.text("email_address").stream())
        .filter(EmailAddress::isValid)
        .map(EmailAddress::new)
        .findFirst();
  }

  private static String name(JsonFields user) {
    String full =
        Stream.of(user.text("first_name"), user.text("last_name"))
            .flatMap(Optional::stream)
            .collect(Collectors.joining(" "));
    return full.isEmpty() ? user.text("username").orElse("") : full;
  }
}
