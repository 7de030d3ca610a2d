package energy.liveone.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FreePortTest {
  /** The lowest that Linux gives to outgoing connections, unless told otherwise. */
  private static final int OUTGOING = 32_768;

  @Test
  void portsAreGivenOnceAndNeverFromThoseOfOutgoingConnections() {
    List<Integer> ports = IntStream.range(0, 200).mapToObj(i -> FreePort.any()).toList();

    assertThat(ports).doesNotHaveDuplicates().allMatch(port -> port >= 1024 && port < OUTGOING);
  }

  @Test
  void aPortThatSomebodyListensOnIsPassedOver() throws IOException {
    int next = FreePort.any() + 1;
    try (ServerSocket somebody = new ServerSocket(next, 1, InetAddress.getLoopbackAddress())) {
      assertThat(FreePort.isFree(next)).isFalse();
      assertThat(FreePort.any()).isNotEqualTo(somebody.getLocalPort());
    }
  }
}
