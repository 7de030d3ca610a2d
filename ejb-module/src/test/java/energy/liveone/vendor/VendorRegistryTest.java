package energy.liveone.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.liveone.system.VendorType;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VendorRegistryTest {
  private record Receiver(VendorType vendorType) implements PushReceiver {
    @Override
    public PushParse parse(String format, String body) {
      return new PushParse.Invalid("", "", null);
    }

    @Override
    public List<String> knownFields() {
      return List.of();
    }
  }

  private static final VendorType PUSHER = new VendorType("pusher");

  @Test
  void vendorIsFoundByItsType() {
    var registry =
        new VendorRegistry(Stream.empty(), Stream.of(new Receiver(PUSHER)), Stream.empty());

    assertThat(registry.receiver(PUSHER)).isPresent();
    assertThat(registry.receiver(new VendorType("other"))).isEmpty();
    assertThat(registry.adapter(PUSHER)).isEmpty();
  }

  @Test
  void twoOfOneVendorAreRefused() {
    Stream<PushReceiver> two = Stream.of(new Receiver(PUSHER), new Receiver(PUSHER));

    assertThatThrownBy(() -> new VendorRegistry(Stream.empty(), two, Stream.empty()))
        .isInstanceOf(IllegalStateException.class);
  }
}
