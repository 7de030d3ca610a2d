package energy.liveone.vendor.selectronic;

import energy.liveone.vendor.ConnectionTest.DiscoveredSite;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What can be read from select.live's web pages, best effort: they have no contract. Details are
 * found by label, as the element ids are unreliable. All patterns are bounded, so that a hostile
 * page costs no more than its length.
 */
final class SelectronicPages {
  private static final int MAX_TEXT = 100;
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.DOTALL;

  private static final Pattern SELECTOR =
      Pattern.compile(
          "<select\\b[^<>]{0,500}?\\bname\\s{0,9}=\\s{0,9}[\"']?system[\"'\\s>]", FLAGS);
  private static final Pattern OPTION =
      Pattern.compile("<option\\b([^<>]{0,500}+)>([^<]{0,500}+)", FLAGS);
  private static final Pattern VALUE =
      Pattern.compile("\\bvalue\\s{0,9}=\\s{0,9}[\"']?([0-9]{1,12})(?![0-9])", FLAGS);
  private static final Pattern CELL =
      Pattern.compile("<t[dh]\\b[^<>]{0,500}+>(.{0,2000}?)(?=</?t[dhr]\\b|</table|\\z)", FLAGS);
  private static final Pattern TAG = Pattern.compile("<[^<>]{0,500}+>", FLAGS);
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private static final Map<String, String> LABELS =
      Map.of(
          "sp pro model", "model",
          "sp pro serial", "serial",
          "sp pro ratings", "ratings",
          "solar size", "solarSize",
          "battery size", "batterySize");
  private static final List<String> FORM_MARKS =
      List.of("name=\"pwd\"", "name='pwd'", "name=pwd", "type=\"password\"", "action=\"/login");

  private SelectronicPages() {}

  /** The systems that the account's selector offers; none when there is no selector. */
  static List<DiscoveredSite> sites(String html) {
    Matcher selector = SELECTOR.matcher(html);
    if (!selector.find()) {
      return List.of();
    }
    int end = html.toLowerCase(Locale.ROOT).indexOf("</select", selector.end());
    String options = html.substring(selector.end(), end < 0 ? html.length() : end);
    return OPTION.matcher(options).results().flatMap(option -> site(option).stream()).toList();
  }

  private static Optional<DiscoveredSite> site(MatchResult option) {
    Matcher value = VALUE.matcher(option.group(1));
    if (!value.find()) {
      return Optional.empty();
    }
    String name = text(option.group(2));
    return Optional.of(new DiscoveredSite(value.group(1), name.isEmpty() ? value.group(1) : name));
  }

  /** What the rows of a system's page say, by the names of {@code ConnectionTest}. */
  static Map<String, String> details(String html) {
    List<String> cells = CELL.matcher(html).results().map(cell -> text(cell.group(1))).toList();
    Map<String, String> details = new LinkedHashMap<>();
    for (int i = 0; i + 1 < cells.size(); i++) {
      String key = LABELS.get(label(cells.get(i)));
      String value = cells.get(i + 1);
      if (key != null && !value.isEmpty() && !LABELS.containsKey(label(value))) {
        details.putIfAbsent(key, value);
      }
    }
    return details;
  }

  private static String label(String cell) {
    String label = cell.endsWith(":") ? cell.substring(0, cell.length() - 1) : cell;
    return label.strip().toLowerCase(Locale.ROOT);
  }

  private static String text(String html) {
    String plain = TAG.matcher(html).replaceAll(" ");
    String unescaped =
        plain
            .replace("&nbsp;", " ")
            .replace("&quot;", "\"")
            .replace("&#39;", "'")
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&amp;", "&");
    String text = BLANKS.matcher(unescaped).replaceAll(" ").strip();
    return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT);
  }

  /** Whether a body is a web page. */
  static boolean isHtml(String body) {
    return body.stripLeading().startsWith("<");
  }

  /** Whether a body is the login page. */
  static boolean isLoginForm(String body) {
    return isHtml(body) && FORM_MARKS.stream().anyMatch(mark -> contains(body, mark));
  }

  /** Whether a page has this text, which is in lower case, in any case. */
  static boolean contains(String body, String text) {
    return body.toLowerCase(Locale.ROOT).contains(text);
  }
}
