package energy.liveone.clerk;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.clerk.ClerkEvent.Kind;
import energy.liveone.vendor.JsonParse;
import energy.liveone.vendor.JsonParse.Read;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClerkEventTest {
  private static final String USER =
      """
      {"type": "%s", "data": {"id": "user_1", "first_name": "Anna", "last_name": null,
       "primary_email_address_id": "idn_2", "updated_at": 1763892000123,
       "email_addresses": [
         {"id": "idn_1", "email_address": "old@liveone.example", "verification": {"status": "verified"}},
         {"id": "idn_2", "email_address": "Anna@liveone.example", "verification": {"status": "%s"}}]}}
      """;

  @Test
  void theFirstAddressCountsWhenItIsVerified() {
    ClerkEvent event = read(USER.formatted("user.updated", "verified")).orElseThrow();

    assertThat(event.kind()).isEqualTo(Kind.UPDATED);
    assertThat(event.updatedAtMs()).isEqualTo(1763892000123L);
    assertThat(event.verifiedEmailOrNull()).hasToString("anna@liveone.example");
    assertThat(event.name()).isEqualTo("Anna");
  }

  @Test
  void noOtherAddressTakesItsPlace() {
    assertThat(
            read(USER.formatted("user.created", "unverified")).orElseThrow().verifiedEmailOrNull())
        .isNull();
  }

  @Test
  void aDeletedUserHasAnIdOnly() {
    String message =
        "{\"type\":\"user.deleted\",\"data\":{\"deleted\":true,\"id\":\"user_1\",\"object\":\"user\"}}";

    assertThat(read(message).orElseThrow().kind()).isEqualTo(Kind.DELETED);
  }

  @Test
  void otherMessagesConcernNobodyAndNamelessOnesAreUnreadable() {
    assertThat(read("{\"type\":\"email.created\",\"data\":{}}").orElseThrow().kind())
        .isEqualTo(Kind.OTHER);
    assertThat(read("{\"type\":\"user.created\",\"data\":{}}")).isEmpty();
    assertThat(read("{\"type\":\"user.created\"}")).isEmpty();
    assertThat(read("{}")).isEmpty();
  }

  private static Optional<ClerkEvent> read(String json) {
    return ClerkEvent.read(((Read) JsonParse.of(json)).fields());
  }
}
