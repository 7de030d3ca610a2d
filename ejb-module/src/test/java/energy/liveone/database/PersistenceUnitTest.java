package energy.liveone.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.persistence.Converter;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PersistenceUnitTest {
  private static final Pattern LISTED = Pattern.compile("<class>([\\w.]+)</class>");

  @Test
  void everyPersistentClassIsListed() throws IOException {
    assertThat(listedClasses()).containsExactlyInAnyOrderElementsOf(persistentClasses());
  }

  private static List<String> listedClasses() throws IOException {
    try (InputStream file =
        Objects.requireNonNull(
            PersistenceUnitTest.class.getResourceAsStream("/META-INF/persistence.xml"))) {
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return LISTED.matcher(text).results().map((MatchResult found) -> found.group(1)).toList();
    }
  }

  private static Set<String> persistentClasses() {
    return new ClassFileImporter()
        .importPackages("energy.liveone").stream()
            .filter(PersistenceUnitTest::isPersistent)
            .map(JavaClass::getName)
            .collect(Collectors.toSet());
  }

  private static boolean isPersistent(JavaClass type) {
    return type.isAnnotatedWith(Entity.class)
        || type.isAnnotatedWith(Embeddable.class)
        || type.isAnnotatedWith(MappedSuperclass.class)
        || type.isAnnotatedWith(Converter.class);
  }
}
