package energy.liveone.polling;

import static org.assertj.core.api.Assertions.assertThat;

import energy.liveone.vendor.Credentials;
import energy.liveone.vendor.PollPolicy;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VendorSlotsTest {
  private static final Credentials ANNA = new Credentials(Map.of("apiKey", "anna"));
  private static final Credentials BEN = new Credentials(Map.of("apiKey", "ben"));
  private final VendorSlots slots = new VendorSlots();

  @Test
  void anAccountHasItsOwnBoundWithinTheVendors() {
    ScriptedAdapter vendor = vendor(4, 2);

    assertThat(slots.tryEnter(vendor, ANNA)).isTrue();
    assertThat(slots.tryEnter(vendor, ANNA)).isTrue();
    assertThat(slots.tryEnter(vendor, ANNA)).isFalse();
    assertThat(slots.tryEnter(vendor, BEN)).isTrue();
    assertThat(slots.tryEnter(vendor, BEN)).isTrue();
    assertThat(slots.tryEnter(vendor, BEN)).isFalse();
  }

  @Test
  void aPlaceThatWasLeftIsFreeAgain() {
    ScriptedAdapter vendor = vendor(2, 1);

    for (int i = 0; i < 10; i++) {
      assertThat(slots.tryEnter(vendor, ANNA)).isTrue();
      assertThat(slots.tryEnter(vendor, ANNA)).isFalse();
      slots.leave(vendor, ANNA);
    }
    slots.enter(vendor, ANNA);
    assertThat(slots.tryEnter(vendor, BEN)).isTrue();
    assertThat(slots.tryEnter(vendor, new Credentials(Map.of()))).isFalse();
  }

  @Test
  void withoutABoundOfItsOwnAnAccountMayHaveAll() {
    ScriptedAdapter vendor = vendor(2, 2);

    assertThat(slots.tryEnter(vendor, ANNA)).isTrue();
    assertThat(slots.tryEnter(vendor, ANNA)).isTrue();
    assertThat(slots.tryEnter(vendor, BEN)).isFalse();
  }

  private static ScriptedAdapter vendor(int maxConcurrent, int maxPerCredential) {
    return new ScriptedAdapter(
        new PollPolicy(
            Duration.ofMinutes(1), Duration.ofMinutes(3), maxConcurrent, maxPerCredential));
  }
}
