package energy.liveone.api;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import energy.liveone.access.OpenToAll;
import energy.liveone.access.RequireAdmin;
import energy.liveone.access.RequireAuth;
import energy.liveone.access.RequireCronOrAdmin;
import jakarta.persistence.Entity;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What holds for every route, also for those that are added later. */
@AnalyzeClasses(packages = "energy.liveone", importOptions = ImportOption.DoNotIncludeTests.class)
class EveryRouteTest {
  private static final DescribedPredicate<JavaMethod> A_ROUTE =
      DescribedPredicate.describe(
          "answer an HTTP method",
          method ->
              method.getAnnotations().stream()
                  .anyMatch(a -> a.getRawType().isAnnotatedWith(HttpMethod.class)));

  @ArchTest
  static final ArchRule everyRouteSaysWhoMayCallIt =
      methods()
          .that(A_ROUTE)
          .should()
          .beAnnotatedWith(RequireAuth.class)
          .orShould()
          .beAnnotatedWith(RequireAdmin.class)
          .orShould()
          .beAnnotatedWith(RequireCronOrAdmin.class)
          .orShould()
          .beAnnotatedWith(OpenToAll.class);

  @ArchTest
  static void everyRouteIsDescribedAndNothingElse(JavaClasses all) throws IOException {
    Set<String> routes =
        all.stream()
            .flatMap(type -> type.getMethods().stream())
            .filter(A_ROUTE)
            .map(EveryRouteTest::nameOf)
            .collect(Collectors.toSet());

    assertThat(described()).containsExactlyInAnyOrderElementsOf(routes);
  }

  /** Such as {@code post /api/admin/systems/{systemId}/points}. */
  private static String nameOf(JavaMethod route) {
    String verb =
        route.getAnnotations().stream()
            .filter(a -> a.getRawType().isAnnotatedWith(HttpMethod.class))
            .map(a -> a.getRawType().getSimpleName().toLowerCase(Locale.ROOT))
            .findFirst()
            .orElseThrow();
    String path =
        route.getOwner().getAnnotationOfType(Path.class).value()
            + "/"
            + route.tryGetAnnotationOfType(Path.class).map(Path::value).orElse("");
    return verb
        + " "
        + ("/api/" + path)
            .replaceAll("\\{(\\w+):[^}]*}", "{$1}")
            .replaceAll("/+", "/")
            .replaceAll("/$", "");
  }

  /** The operations of the description, which has paths at two blanks and methods at four. */
  private static Set<String> described() throws IOException {
    Set<String> operations = new TreeSet<>();
    String path = "";
    try (InputStream in = EveryRouteTest.class.getResourceAsStream("/META-INF/openapi.yaml")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String line : text.split("\n", -1)) {
        if (line.startsWith("  /")) {
          path = line.strip().replace(":", "");
        } else if (line.matches(" {4}(get|post|put|delete|patch):")) {
          operations.add(line.strip().replace(":", "") + " " + path);
        }
      }
    }
    return operations;
  }

  @ArchTest
  static final ArchRule resourcesLiveInTheApi =
      classes()
          .that()
          .areAnnotatedWith(Path.class)
          .should()
          .resideInAPackage("energy.liveone.api..");

  @ArchTest
  static final ArchRule entitiesReachNeitherJsonNorPages =
      noClasses()
          .that()
          .resideInAnyPackage("energy.liveone.api..", "energy.liveone.web..")
          .should()
          .dependOnClassesThat()
          .areAnnotatedWith(Entity.class);
}
