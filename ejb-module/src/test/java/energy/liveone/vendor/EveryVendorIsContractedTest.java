package energy.liveone.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Nobody adds a vendor without trying it against what holds for all. */
class EveryVendorIsContractedTest {
  private static final Set<JavaClass> CLASSES =
      new ClassFileImporter()
          .importPackages("energy.liveone.vendor").stream()
              .filter(one -> !one.getModifiers().contains(JavaModifier.ABSTRACT))
              .collect(Collectors.toSet());

  private static Set<String> packagesWith(Class<?> role) {
    return CLASSES.stream()
        .filter(one -> one.isAssignableTo(role))
        .map(JavaClass::getPackageName)
        .filter(name -> !name.equals("energy.liveone.vendor"))
        .collect(Collectors.toSet());
  }

  @Test
  void everyVendorPackageHasAContractTest() {
    assertThat(packagesWith(VendorAdapter.class))
        .contains("energy.liveone.vendor.selectronic", "energy.liveone.vendor.fronius")
        .isSubsetOf(packagesWith(VendorContract.class));
  }

  @Test
  void vendorsWhoseDevicesCallUsHaveTheContractOfPushesAndAllOthersThatOfPolls() {
    Set<String> pushing = packagesWith(PushReceiver.class);
    Set<String> polled = packagesWith(VendorAdapter.class);
    polled.removeAll(pushing);

    assertThat(pushing).isNotEmpty().isSubsetOf(packagesWith(PushedVendorContract.class));
    assertThat(polled).isNotEmpty().isSubsetOf(packagesWith(PolledVendorContract.class));
  }
}
