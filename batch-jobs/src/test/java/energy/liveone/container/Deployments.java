package energy.liveone.container;

import energy.liveone.rollup.DailyJobs;
import energy.liveone.rollup.DailyRollup;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import net.bytebuddy.ByteBuddy;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.hamcrest.Matcher;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.importer.ExplodedImporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The archives that container tests deploy, by what is in them. */
public final class Deployments {
  private Deployments() {}

  /** The whole of the domain, persistence, migrations and batch jobs; no pages, no API. */
  public static WebArchive core() {
    return web().addAsLibraries(librariesNamed("")).addAsLibrary(batchJobs());
  }

  /** The batch jobs over leases and migrations; the test brings the rollup. */
  public static WebArchive jobs() {
    JavaArchive domain =
        ShrinkWrap.create(JavaArchive.class, "liveone-ejb.jar")
            .addPackage("energy.liveone.database")
            .addPackage("energy.liveone.lease")
            .addPackage("energy.liveone.system")
            .addClasses(DailyRollup.class, DailyJobs.class)
            .addAsManifestResource("META-INF/beans.xml", "beans.xml")
            .addAsManifestResource("META-INF/persistence.xml", "persistence.xml");
    return web()
        .addAsLibraries(librariesNamed("flyway"))
        .addAsLibraries(librariesNamed("jackson"))
        .addAsLibraries(librariesNamed("liveone-sql"))
        .addAsLibraries(domain, batchJobs());
  }

  private static WebArchive web() {
    return ShrinkWrap.create(WebArchive.class, "liveone.war")
        .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
        .addAsLibraries(
            Stream.of(Assertions.class, ByteBuddy.class, Awaitility.class, Matcher.class)
                .map(Deployments::libraryOf)
                .toArray(File[]::new));
  }

  private static File[] librariesNamed(String begin) {
    File[] files =
        module()
            .resolve("lib")
            .toFile()
            .listFiles((folder, name) -> name.startsWith(begin) && name.endsWith(".jar"));
    return Objects.requireNonNull(files, "Run by Maven: the libraries are not in target/lib");
  }

  private static JavaArchive batchJobs() {
    return ShrinkWrap.create(JavaArchive.class, "liveone-batch.jar")
        .as(ExplodedImporter.class)
        .importDirectory(module().resolve("classes").toFile())
        .as(JavaArchive.class);
  }

  private static Path module() {
    return Path.of(System.getProperty("liveone.module", "target"));
  }

  private static File libraryOf(Class<?> type) {
    try {
      return new File(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("Not loaded from a file: " + type, e);
    }
  }
}
