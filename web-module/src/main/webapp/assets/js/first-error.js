/** A page that comes back with something wrong shows it, wherever on the page the form is. */
export function showFirstError() {
  const field = document.querySelector(".field.is-wrong input, .field.is-wrong select");
  if (field !== null) {
    document.querySelectorAll("details:has(.field.is-wrong)").forEach((folded) => (folded.open = true));
    field.setAttribute("aria-invalid", "true");
    field.focus();
  }
}
