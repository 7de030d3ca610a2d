/** Fields that must not be empty say so when they are left empty, and stop saying so once they are filled. */
function check(field) {
  const missing = field.value.trim() === "";
  field.setAttribute("aria-invalid", missing);
  document.getElementById(field.getAttribute("aria-describedby")).textContent = missing ? field.dataset.missing : "";
  return !missing;
}

export function startForm(form) {
  const fields = [...form.querySelectorAll("[data-missing]")];
  for (const field of fields) {
    field.addEventListener("blur", (event) => {
      const leavesForm = event.relatedTarget === null || !form.contains(event.relatedTarget);
      if (!leavesForm) {
        check(field);
      }
    });
    field.addEventListener("input", () => field.getAttribute("aria-invalid") === "true" && check(field));
  }
  form.addEventListener("submit", (event) => {
    const bad = fields.filter((field) => !check(field));
    if (bad.length > 0) {
      event.preventDefault();
      bad[0].focus();
    }
  });
}
