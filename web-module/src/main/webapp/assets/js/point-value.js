/** The value of any point as {number, unit}: quantities, yes or no, and moments. */
import { locale, word } from "./page.js";
import { quantity } from "./number.js";
import { moment } from "./time.js";

export function pointValue(value, unit, zone) {
  switch (unit) {
    case "bool":
      return { number: word(value ? "value.on" : "value.off"), unit: "" };
    case "epoch s":
      return { number: moment(value * 1000, zone, locale), unit: "" };
    default:
      return quantity(value, unit, locale);
  }
}
