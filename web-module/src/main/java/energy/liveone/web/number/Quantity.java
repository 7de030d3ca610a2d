package energy.liveone.web.number;

/**
 * A number and its unit, each as text, so that pages can set them differently.
 *
 * @param number with the reader's decimal sign, or an en dash when missing
 * @param unit empty when there is none
 */
public record Quantity(String number, String unit) {
  /** What stands for a number that is not there. */
  public static final Quantity MISSING = new Quantity("\u2013", "");

  private static final char NO_BREAK_SPACE = '\u00a0';

  /** Both in one text that does not break. */
  public String text() {
    return unit.isEmpty() ? number : number + NO_BREAK_SPACE + unit;
  }
}
