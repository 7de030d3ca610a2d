/**
 * Takes back what a form has just changed. A form keeps what the server had written into it when it is sent; the page that comes
 * back and says that it is done offers to send that through the same form again. Nothing is kept once the page is left.
 */
import { element, word } from "./page.js";

const KEPT = "undo";
const isBox = (field) => field.type === "checkbox" || field.type === "radio";

/** Hidden fields belong to the page at hand, but for those that say otherwise. */
function fieldsOf(form) {
  return [...form.elements].filter(
    (field) =>
      field.name !== "" &&
      !["submit", "button"].includes(field.type) &&
      (field.type !== "hidden" || "undoKeep" in field.dataset),
  );
}

function asWritten(field) {
  if (isBox(field)) {
    return field.defaultChecked;
  }
  if (field.tagName === "SELECT") {
    return ([...field.options].find((option) => option.defaultSelected) ?? field.options[0])?.value ?? "";
  }
  return field.defaultValue;
}

/** A field by its name, and a box by its value as well. */
function nameOf(field) {
  return isBox(field) ? `${field.name}=${field.value}` : field.name;
}

/** A field called "id" hides the form's own. */
function idOf(form) {
  return form.getAttribute("id");
}

function subjectOf(form) {
  return `${location.pathname.split("/")[1]}/${form.elements.id.value}`;
}

function keep(form) {
  const values = Object.fromEntries(fieldsOf(form).map((field) => [nameOf(field), asWritten(field)]));
  sessionStorage.setItem(KEPT, JSON.stringify({ subject: subjectOf(form), form: idOf(form), values }));
}

function fill(form, values) {
  for (const field of fieldsOf(form)) {
    const before = values[nameOf(field)];
    if (before !== undefined) {
      field[isBox(field) ? "checked" : "value"] = before;
    }
  }
}

function offer(note, form, values) {
  const button = element("button", { type: "button", class: "button" }, word("undo"));
  button.addEventListener("click", () => {
    fill(form, values);
    form.append(element("input", { type: "hidden", name: "undo", value: "1" }));
    form.requestSubmit(form.querySelector("[type=submit]"));
  });
  note.append(button);
  addEventListener("pagehide", () => button.remove());
}

export function startUndo() {
  const forms = [...document.querySelectorAll("form[data-undo], form[data-undo-of]")];
  for (const form of forms) {
    form.addEventListener("submit", () => {
      const changed = form.dataset.undoOf ? document.getElementById(form.dataset.undoOf) : form;
      if (form.querySelector("input[name=undo]") !== null) {
        sessionStorage.removeItem(KEPT);
      } else if (changed.dataset.undo === "stored") {
        keep(changed);
      }
    });
  }
  // A page that comes back with something wrong holds what was typed; what was kept before that still counts.
  if (forms.length === 0 || forms.some((form) => form.dataset.undo === "typed")) {
    return;
  }
  const kept = JSON.parse(sessionStorage.getItem(KEPT));
  sessionStorage.removeItem(KEPT);
  const note = document.querySelector("[data-done]");
  const form = forms.find((one) => idOf(one) === kept?.form && subjectOf(one) === kept.subject);
  if (note !== null && form !== undefined) {
    offer(note, form, kept.values);
  }
}
