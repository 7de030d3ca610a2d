package energy.liveone.web.admin;

import energy.liveone.history.SystemOverview;
import energy.liveone.system.Alias;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Which systems somebody means who types a number, an alias, a name or a part of one. */
final class SystemSearch {
  private SystemSearch() {}

  /** Those that fit best: by number, else by alias, else by name, else by a part of either. */
  static List<SystemOverview> fitting(List<SystemOverview> systems, String typed) {
    String wanted = typed.strip().toLowerCase(Locale.ROOT);
    if (wanted.isEmpty()) {
      return List.of();
    }
    List<Predicate<SystemOverview>> ways =
        List.of(
            one -> one.id().toString().equals(wanted),
            one -> alias(one).equals(wanted),
            one -> name(one).equals(wanted),
            one -> name(one).contains(wanted) || alias(one).contains(wanted));
    return ways.stream()
        .map(way -> systems.stream().filter(way).toList())
        .filter(found -> !found.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private static String alias(SystemOverview system) {
    return system.alias().map(Alias::value).orElse("").toLowerCase(Locale.ROOT);
  }

  private static String name(SystemOverview system) {
    return system.displayName().toLowerCase(Locale.ROOT);
  }
}
