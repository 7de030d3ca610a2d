package energy.liveone.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.management.BadAttributeValueExpException;
import org.junit.jupiter.api.Test;

class SerialFilterTest {
  private static Object takeBack(Object written) throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(written);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      in.setObjectInputFilter(ObjectInputFilter.Config.createFilter(SerialFilter.pattern()));
      return in.readObject();
    }
  }

  @Test
  void ordinaryValuesComeBack() throws Exception {
    Map<String, List<Integer>> values = new HashMap<>(Map.of("a", new ArrayList<>(List.of(1, 2))));

    assertThat(takeBack(values)).isEqualTo(values);
  }

  @Test
  void knownWaysToACommandAreClosed() {
    assertThatThrownBy(() -> takeBack(new BadAttributeValueExpException("x")))
        .isInstanceOf(InvalidClassException.class)
        .hasMessageContaining("REJECTED");
  }

  @Test
  void objectsWithoutEndAreRefused() {
    List<Object> nested = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      nested = new ArrayList<>(List.of(nested));
    }
    List<Object> deep = nested;

    assertThatThrownBy(() -> takeBack(deep)).isInstanceOf(InvalidClassException.class);
  }
}
