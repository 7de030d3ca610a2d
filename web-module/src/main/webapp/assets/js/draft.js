/**
 * What is typed into some forms is kept in this tab until it has done its work: over a reload, the way back, an error of the vendor, and
 * signing in again. Secrets and hidden fields never are.
 */
const PREFIX = "liveone.draft ";
const KEPT = new Set(["text", "checkbox", "radio"]);

function stored(key) {
  try {
    return JSON.parse(sessionStorage.getItem(key)) ?? {};
  } catch {
    return {};
  }
}

function fill(field, value) {
  if (field.type === "text") {
    field.value = value;
  } else if (field.type === "checkbox") {
    field.checked = value === true;
  } else {
    field.checked = field.value === value;
  }
}

function valueOf(field) {
  return field.type === "checkbox" ? field.checked : field.value;
}

export function startDraft(form) {
  const key = PREFIX + form.dataset.draft;
  const draft = stored(key);
  for (const field of form.elements) {
    if (KEPT.has(field.type) && Object.hasOwn(draft, field.name)) {
      fill(field, draft[field.name]);
    }
  }
  form.addEventListener("input", ({ target }) => {
    if (KEPT.has(target.type) && target.name !== "") {
      draft[target.name] = valueOf(target);
      try {
        sessionStorage.setItem(key, JSON.stringify(draft));
      } catch {
        // A browser without room or leave keeps nothing; the form works all the same.
      }
    }
  });
}

/** On the page that says that it is done. */
export function endDrafts() {
  Object.keys(sessionStorage)
    .filter((key) => key.startsWith(PREFIX))
    .forEach((key) => sessionStorage.removeItem(key));
}
