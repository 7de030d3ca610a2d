package energy.liveone.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import energy.liveone.api.AccessMatrix.Role;
import energy.liveone.api.AccessMatrix.Row;
import jakarta.servlet.annotation.WebServlet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** No route and no page is added without saying who gets it. */
@AnalyzeClasses(packages = "energy.liveone", importOptions = ImportOption.DoNotIncludeTests.class)
class AccessMatrixTest {
  private static final Path PAGES = Path.of("src", "main", "webapp");

  @ArchTest
  static void everyRouteHasItsRow(JavaClasses all) throws IOException {
    assertThat(routesOfMatrix()).containsExactlyInAnyOrderElementsOf(EveryRouteTest.routes(all));
  }

  @ArchTest
  static void everyPageHasItsRow(JavaClasses all) throws IOException {
    assertThat(pathsOfMatrix()).containsAll(pages()).containsAll(servlets(all));
  }

  @ArchTest
  static void everyRowHasAllRoles(JavaClasses all) throws IOException {
    assertThat(AccessMatrix.rows())
        .allMatch(row -> row.cells().matches("[134+>]{%d}".formatted(Role.values().length)));
  }

  private static List<String> routesOfMatrix() throws IOException {
    return AccessMatrix.rows().stream()
        .map(Row::route)
        .filter(route -> route.contains(" /api/"))
        .distinct()
        .toList();
  }

  private static List<String> pathsOfMatrix() throws IOException {
    return AccessMatrix.rows().stream()
        .map(row -> row.path().replaceAll("\\?.*", ""))
        .distinct()
        .toList();
  }

  private static List<String> pages() throws IOException {
    try (Stream<Path> files = Files.walk(PAGES)) {
      return files
          .map(file -> "/" + PAGES.relativize(file).toString().replace('\\', '/'))
          .filter(file -> file.endsWith(".xhtml"))
          .filter(file -> !file.startsWith("/WEB-INF/") && !file.startsWith("/resources/"))
          .map(file -> file.replace(".xhtml", ""))
          .toList();
    }
  }

  private static List<String> servlets(JavaClasses all) {
    return all.stream()
        .filter(type -> type.isAnnotatedWith(WebServlet.class))
        .flatMap(type -> Stream.of(type.getAnnotationOfType(WebServlet.class).value()))
        .map(path -> path.replace("/*", "/{name}"))
        .toList();
  }
}
