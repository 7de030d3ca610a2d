package energy.liveone.api.data;

import energy.liveone.api.error.ApiProblem;
import energy.liveone.system.SystemId;
import java.util.List;
import java.util.regex.Pattern;

/** Systems named in a query: ids separated by commas, or the slug of a composite. */
final class SystemIds {
  private static final Pattern NUMBERS = Pattern.compile("[0-9]+");

  private SystemIds() {}

  static List<SystemId> of(List<String> elements) {
    return elements.stream().map(SystemIds::of).toList();
  }

  private static SystemId of(String element) {
    return SystemId.parse(element)
        .orElseThrow(
            () ->
                ApiProblem.notFound(
                    NUMBERS.matcher(element).matches()
                        ? "There is no such system"
                        : "There is no such composite"));
  }
}
