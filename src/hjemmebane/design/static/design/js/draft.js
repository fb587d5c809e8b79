// What is typed stays on this device for two weeks, or until the form has been received.
// Hooks: <form data-hjemmebane-draft="name">, with data-hjemmebane-returned when the server has
// sent it back with the words in it; inside it [data-hjemmebane-draft-note], shown while there is
// a draft, with a button to delete it; on the receipt [data-hjemmebane-draft-sent="name"].
// Never kept: files, hidden fields and what is marked data-hjemmebane-undrafted, as a CPR number.
// One that is written in a text is masked.

const LONGEST = 14 * 24 * 60 * 60 * 1000;
const UNKEPT = ["hidden", "file", "password", "submit", "button"];
const CPR = /\b\d{6}\s?[-–—]?\s?\d{4}\b/g;
const MASK = "xxxxxx-xxxx";

const keyOf = (name) => `hjemmebane-draft:${name}`;
const isTick = (field) => field.type === "checkbox" || field.type === "radio";

// A device may refuse to keep anything; then nothing is promised either.
function onDevice(work) {
  try {
    return work(window.localStorage);
  } catch (refused) {
    if (refused instanceof DOMException) return null;
    throw refused;
  }
}

function read(name) {
  const kept = onDevice((storage) => JSON.parse(storage.getItem(keyOf(name))));
  if (!kept || Date.now() - kept.at < LONGEST) return kept;
  forget(name);
  return null;
}

function forget(name) {
  onDevice((storage) => storage.removeItem(keyOf(name)));
}

function fieldsOf(form) {
  return [...form.elements].filter(
    (field) => field.name && !UNKEPT.includes(field.type) && !("hjemmebaneUndrafted" in field.dataset),
  );
}

function typedIn(form) {
  const typed = {};
  for (const field of fieldsOf(form)) {
    if (isTick(field) ? field.checked : field.value) {
      (typed[field.name] ??= []).push(field.value.replace(CPR, MASK));
    }
  }
  return typed;
}

function keep(form) {
  const fields = typedIn(form);
  const draft = JSON.stringify({ at: Date.now(), fields });
  const kept = onDevice((storage) => storage.setItem(keyOf(form.dataset.hjemmebaneDraft), draft));
  tell(form, kept !== null);
}

function restore(form, fields) {
  for (const field of fieldsOf(form)) {
    const values = fields[field.name] ?? [];
    if (isTick(field)) field.checked = values.includes(field.value);
    else if (values.length) field.value = values[0];
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

function empty(form) {
  for (const field of fieldsOf(form)) {
    if (isTick(field)) field.checked = false;
    else if (field.type === "select-one") field.selectedIndex = 0;
    else field.value = "";
  }
}

function tell(form, isKept) {
  form.querySelector("[data-hjemmebane-draft-note]").hidden = !isKept;
}

for (const form of document.querySelectorAll("form[data-hjemmebane-draft]")) {
  const name = form.dataset.hjemmebaneDraft;
  const draft = read(name);
  const isReturned = "hjemmebaneReturned" in form.dataset;
  if (draft && !isReturned) restore(form, draft.fields);
  if (isReturned) keep(form);
  else tell(form, Boolean(draft));
  form.addEventListener("input", () => keep(form));
  form.querySelector("[data-hjemmebane-draft-note] button").addEventListener("click", () => {
    forget(name);
    empty(form);
    tell(form, false);
  });
}

for (const receipt of document.querySelectorAll("[data-hjemmebane-draft-sent]")) {
  forget(receipt.dataset.hjemmebaneDraftSent);
}
