/** Forms whose answer takes a while say what they wait for, and are sent once. */
export function startBusy(form) {
  form.addEventListener("submit", () => {
    const button = form.querySelector("input[type=submit], button[type=submit]");
    const note = document.createElement("p");
    note.className = "busy";
    note.setAttribute("role", "status");
    note.textContent = form.dataset.busy;
    button.after(note);
    // After the browser has gathered the form, or the button would be missing in it.
    setTimeout(() => (button.disabled = true));
  });
  addEventListener("pageshow", ({ persisted }) => persisted && location.reload());
}

/** An empty field for a time zone suggests that of the reader's device. */
export function suggestZone(field) {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone ?? "";
  // Only that of a place: UTC and its like have no summer time.
  if (field.value === "" && own.includes("/")) {
    field.value = own;
  }
}
