package energy.liveone.container;

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

  /** Domain, persistence, migrations and batch jobs; no pages, no API. */
  public static WebArchive core() {
    return ShrinkWrap.create(WebArchive.class, "liveone.war")
        .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
        .addAsLibraries(runtimeLibraries())
        .addAsLibrary(batchJobs())
        .addAsLibraries(
            Stream.of(Assertions.class, ByteBuddy.class, Awaitility.class, Matcher.class)
                .map(Deployments::libraryOf)
                .toArray(File[]::new));
  }

  private static File[] runtimeLibraries() {
    File[] files =
        module().resolve("lib").toFile().listFiles((folder, name) -> name.endsWith(".jar"));
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
