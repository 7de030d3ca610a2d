package energy.liveone;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which of the packages right below one use which others, whatever lies deeper counted in. */
final class PackageGraph {
  private final Map<String, Set<String>> uses = new TreeMap<>();

  private PackageGraph() {}

  static PackageGraph below(String parent, JavaClasses all) {
    PackageGraph graph = new PackageGraph();
    for (JavaClass from : all) {
      for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
        graph.add(child(parent, from), child(parent, dependency.getTargetClass()));
      }
    }
    return graph;
  }

  private static Optional<String> child(String parent, JavaClass one) {
    String name = one.getBaseComponentType().getPackageName();
    return name.startsWith(parent + ".")
        ? Optional.of(name.substring(parent.length() + 1).split("\\.", 2)[0])
        : Optional.empty();
  }

  private void add(Optional<String> from, Optional<String> to) {
    if (from.isPresent() && to.isPresent() && !from.equals(to)) {
      uses.computeIfAbsent(from.get(), none -> new TreeSet<>()).add(to.get());
    }
  }

  /** Package to those that it uses; without entry when it uses none. */
  Map<String, Set<String>> dependencies() {
    return uses;
  }

  /** What stays when packages that use none of the rest are taken away, again and again. */
  Map<String, Set<String>> cyclic() {
    Map<String, Set<String>> rest = new TreeMap<>();
    uses.forEach((from, to) -> rest.put(from, new TreeSet<>(to)));
    boolean isChanged = true;
    while (isChanged) {
      rest.values().forEach(to -> to.retainAll(rest.keySet()));
      isChanged = rest.values().removeIf(Set::isEmpty);
    }
    return rest;
  }
}
