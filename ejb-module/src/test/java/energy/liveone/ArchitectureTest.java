package energy.liveone;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;

/** The sentences of the house style on which way dependencies point. */
@AnalyzeClasses(packages = "energy.liveone", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String ANY_VENDOR = "energy.liveone.vendor.*..";

  @ArchTest
  static final ArchRule vendorsUseTheContractAndValueTypesOnly =
      classes()
          .that()
          .resideInAPackage(ANY_VENDOR)
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                      ANY_VENDOR,
                      "energy.liveone.vendor",
                      "energy.liveone.point",
                      "energy.liveone.reading",
                      "energy.liveone.system")
                  .or(are(not(resideInAPackage("energy.liveone..")))));

  @ArchTest
  static final ArchRule vendorsKnowOfSystemsAndReadingsTheirValuesOnly =
      noClasses()
          .that()
          .resideInAPackage("energy.liveone.vendor..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("energy.liveone.system", "energy.liveone.reading")
                  .and(are(not(JavaClass.Predicates.assignableTo(Record.class))))
                  .and(are(not(JavaClass.Predicates.assignableTo(Enum.class)))));

  @ArchTest
  static void noVendorImportsAnother(JavaClasses all) {
    assertThat(PackageGraph.below("energy.liveone.vendor", all).dependencies()).isEmpty();
  }

  @ArchTest
  static final ArchRule noCodeOutsideAVendorPackageImportsOne =
      noClasses()
          .that()
          .resideOutsideOfPackage(ANY_VENDOR)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ANY_VENDOR);

  @ArchTest
  static final ArchRule onlyClassesNamedJpaSeeTheEntityManager =
      noClasses()
          .that()
          .haveSimpleNameNotStartingWith("Jpa")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(EntityManager.class);

  @ArchTest
  static void featurePackagesHaveNoCycles(JavaClasses all) {
    assertThat(PackageGraph.below("energy.liveone", all).cyclic()).isEmpty();
  }

  @ArchTest
  static final ArchRule sharedIdeasHaveTheirOwnNames =
      noClasses()
          .should()
          .resideInAnyPackage("..util..", "..common..", "..helper..", "..impl..", "..manager..");

  @ArchTest
  static final ArchRule domainKnowsNeitherRestNorPagesNorServlets =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.ws.rs..", "jakarta.faces..", "jakarta.servlet..");

  @ArchTest
  static final ArchRule nobodyCallsNowWithoutAClock =
      noClasses()
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(LocalDateTime.class, "now")
          .orShould()
          .callMethod(OffsetDateTime.class, "now")
          .orShould()
          .callMethod(ZonedDateTime.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");

  @ArchTest
  static void everyPackageDeclaresNullness(JavaClasses all) {
    Set<JavaPackage> packages = all.stream().map(JavaClass::getPackage).collect(Collectors.toSet());

    assertThat(packages).allMatch(one -> one.isAnnotatedWith(NullMarked.class));
  }
}
