package energy.liveone.web.number;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** A page that made a format of its own would not know what its reader prefers. */
@AnalyzeClasses(packages = "energy.liveone", importOptions = ImportOption.DoNotIncludeTests.class)
class ReadersFormatTest {
  @ArchTest
  static final ArchRule pagesWriteQuantitiesByTheFormatOfTheirWords =
      noClasses()
          .that()
          .resideOutsideOfPackages("energy.liveone.web.words", "energy.liveone.web.number")
          .should()
          .callConstructorWhere(target(owner(type(QuantityFormat.class))));
}
