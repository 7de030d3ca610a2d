package energy.liveone.simulator;

import energy.liveone.simulator.vendor.SimulatedVendor;
import energy.liveone.simulator.vendor.SimulatorContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds the simulated vendors, so that none is named outside of its package: of each package below
 * this one the class {@code …Vendor}, made with the context.
 */
final class Vendors {
  private static final String SUFFIX = "Vendor.class";

  private Vendors() {}

  static List<SimulatedVendor> all(SimulatorContext context) {
    return classNames().stream()
        .map(Vendors::load)
        .filter(type -> SimulatedVendor.class.isAssignableFrom(type) && !type.isInterface())
        .map(type -> make(type.asSubclass(SimulatedVendor.class), context))
        .toList();
  }

  private static List<String> classNames() {
    try {
      Path place =
          Path.of(Vendors.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (Files.isDirectory(place)) {
        return classNames(place);
      }
      try (FileSystem jar = FileSystems.newFileSystem(place)) {
        return classNames(jar.getPath("/"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> classNames(Path root) throws IOException {
    String here = Vendors.class.getPackageName();
    try (Stream<Path> files = Files.walk(root.resolve(here.replace('.', '/')), 2)) {
      return files
          .filter(file -> file.toString().endsWith(SUFFIX))
          .map(file -> root.relativize(file).toString().replaceAll("[/\\\\]", "."))
          .map(name -> name.substring(0, name.length() - ".class".length()))
          .sorted()
          .toList();
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SimulatedVendor make(
      Class<? extends SimulatedVendor> type, SimulatorContext context) {
    try {
      return type.getConstructor(SimulatorContext.class).newInstance(context);
    } catch (NoSuchMethodException
        | InstantiationException
        | IllegalAccessException
        | InvocationTargetException e) {
      throw new IllegalStateException(type + " cannot be made with the context alone", e);
    }
  }
}
