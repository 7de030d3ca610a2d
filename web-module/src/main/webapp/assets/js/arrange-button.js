/** The button that begins to arrange points; what that needs is loaded when it is pressed. */
import { word } from "./page.js";

export function startArrangeButton(button) {
  button.addEventListener("click", async () => {
    const card = button.closest(".point-grid");
    button.disabled = true;
    try {
      const { PointArrange } = await import("./point-arrange.js");
      await new PointArrange(card, button).start();
    } catch (problem) {
      card.querySelector(".points-status").textContent = word("arrange.noStart");
    } finally {
      button.disabled = false;
    }
  });
}
