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
import energy.liveone.access.RequireReader;
import energy.liveone.access.RequireWholeAccount;
import jakarta.persistence.Entity;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
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
          .beAnnotatedWith(RequireReader.class)
          .orShould()
          .beAnnotatedWith(RequireWholeAccount.class)
          .orShould()
          .beAnnotatedWith(RequireAdmin.class)
          .orShould()
          .beAnnotatedWith(RequireCronOrAdmin.class)
          .orShould()
          .beAnnotatedWith(OpenToAll.class);

  @ArchTest
  static void everyRouteIsDescribedAndNothingElse(JavaClasses all) throws IOException {
    assertThat(described().keySet()).containsExactlyInAnyOrderElementsOf(routes(all));
  }

  @ArchTest
  static void everyDescriptionHasExamples(JavaClasses all) throws IOException {
    described()
        .forEach(
            (route, text) -> {
              String asked = text.split(" {6}responses:\n", -1)[0];
              String answered = text.substring(asked.length());
              assertThat(text).as(route).contains("operationId: ", "summary: ");
              assertThat(asked.contains("requestBody:") ? bodies(asked) : List.of())
                  .as("bodies of %s", route)
                  .allMatch(EveryRouteTest::hasExample);
              assertThat(bodies(answered).stream().filter(EveryRouteTest::isSuccess))
                  .as("answers of %s", route)
                  .isNotEmpty()
                  .allMatch(body -> hasExample(body) || body.contains("text/html"));
            });
  }

  /** The page for people may leave out what follows from the path, but no path. */
  @ArchTest
  static void everyPathIsOnThePageForPeople(JavaClasses all) throws IOException {
    String page = Files.readString(java.nio.file.Path.of("..", "docs", "api.md"));
    Set<String> told =
        Pattern.compile("/api/[\\w/{}-]+")
            .matcher(page)
            .results()
            .map(found -> withoutNames(found.group()))
            .collect(Collectors.toSet());

    assertThat(told)
        .containsAll(
            routes(all).stream()
                .map(route -> withoutNames(route.substring(route.indexOf(' ') + 1)))
                .toList());
  }

  static Set<String> routes(JavaClasses all) {
    return all.stream()
        .flatMap(type -> type.getMethods().stream())
        .filter(A_ROUTE)
        .map(EveryRouteTest::nameOf)
        .collect(Collectors.toSet());
  }

  private static String withoutNames(String path) {
    return path.replaceAll("\\{\\w+}", "{}");
  }

  /** The parts of an operation that begin with a status or with the body that is sent. */
  private static List<String> bodies(String text) {
    return Pattern.compile("\n(?= {6}requestBody:| {8}\"\\d+\":)")
        .splitAsStream(text)
        .filter(part -> part.startsWith("      requestBody:") || part.startsWith("        \""))
        .toList();
  }

  private static boolean isSuccess(String body) {
    return body.startsWith("        \"2");
  }

  private static boolean hasExample(String body) {
    return body.contains("example: ")
        || body.contains("example:\n")
        || body.contains("examples:\n");
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

  /** The operations with their texts; the description has paths at two blanks, methods at four. */
  private static Map<String, String> described() throws IOException {
    Map<String, StringBuilder> operations = new TreeMap<>();
    String path = "";
    StringBuilder text = new StringBuilder();
    try (InputStream in = EveryRouteTest.class.getResourceAsStream("/META-INF/openapi.yaml")) {
      String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String line : all.split("\n", -1)) {
        if (line.startsWith("  /")) {
          path = line.strip().replace(":", "");
        }
        if (line.matches(" {4}(get|post|put|delete|patch):")) {
          text = new StringBuilder();
          operations.put(line.strip().replace(":", "") + " " + path, text);
        } else if (!line.matches(" {0,4}\\S.*")) {
          text.append(line).append('\n');
        } else {
          text = new StringBuilder();
        }
      }
    }
    return operations.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, one -> one.getValue().toString()));
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
