// What is typed stays on this device for two weeks, or until the form has been received.
// Hooks: <form data-hjemmebane-draft="name">, with data-hjemmebane-returned when the server has
// sent it back with the words in it; inside it [data-hjemmebane-draft-note], shown while there is
// a draft, with a button to delete it; on the receipt [data-hjemmebane-draft-sent="name"].
// With data-hjemmebane-draft-in-tab it stays in the tab alone, and is gone when that is closed: for
// what staff write about others, and citizens on a device that is not theirs. What htmx has received
// is forgotten; so is, where a page says data-hjemmebane-draft-of="start", all in the tab whose name
// begins so and which is no form of the page.
// Never kept: files, hidden fields and what is marked data-hjemmebane-undrafted, as a CPR number.
// One that is written in a text is masked.

const LONGEST = 14 * 24 * 60 * 60 * 1000;
const UNKEPT = ["hidden", "file", "password", "submit", "button"];
const CPR = /\b\d{6}\s?[-–—]?\s?\d{4}\b/g;
const MASK = "xxxxxx-xxxx";

const keyOf = (name) => `hjemmebane-draft:${name}`;
const isTick = (field) => field.type === "checkbox" || field.type === "radio";

const placeOf = (form) => ("hjemmebaneDraftInTab" in form.dataset ? "sessionStorage" : "localStorage");

// A device may refuse to keep anything; then nothing is promised either.
function onDevice(place, work) {
  try {
    return work(window[place]);
  } catch (refused) {
    if (refused instanceof DOMException) return null;
    throw refused;
  }
}

function read(form) {
  const key = keyOf(form.dataset.hjemmebaneDraft);
  const kept = onDevice(placeOf(form), (storage) => JSON.parse(storage.getItem(key)));
  if (!kept || Date.now() - kept.at < LONGEST) return kept;
  forget(form.dataset.hjemmebaneDraft, placeOf(form));
  return null;
}

function forget(name, place) {
  onDevice(place, (storage) => storage.removeItem(keyOf(name)));
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
  const key = keyOf(form.dataset.hjemmebaneDraft);
  const kept = onDevice(placeOf(form), (storage) => storage.setItem(key, draft));
  tell(form, kept !== null);
}

function restore(form, fields) {
  for (const field of fieldsOf(form)) {
    const values = fields[field.name] ?? [];
    if (isTick(field)) field.checked = values.includes(field.value);
    else if (values.length) field.value = values[0];
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }
  form.closest("details")?.setAttribute("open", "");
}

function empty(form) {
  for (const field of fieldsOf(form)) {
    if (isTick(field)) field.checked = false;
    else if (field.type === "select-one") field.selectedIndex = 0;
    else field.value = "";
  }
}

function tell(form, isKept) {
  const note = form.querySelector("[data-hjemmebane-draft-note]");
  if (note) note.hidden = !isKept;
}

function begin(form) {
  const draft = read(form);
  const isReturned = "hjemmebaneReturned" in form.dataset;
  if (draft && !isReturned) restore(form, draft.fields);
  if (isReturned) keep(form);
  else tell(form, Boolean(draft));
  form.addEventListener("input", () => keep(form));
  form.querySelector("[data-hjemmebane-draft-note] button")?.addEventListener("click", () => {
    forget(form.dataset.hjemmebaneDraft, placeOf(form));
    empty(form);
    tell(form, false);
  });
}

const FORMS = "form[data-hjemmebane-draft]";
const begun = new WeakSet();

function beginAll() {
  for (const form of document.querySelectorAll(FORMS)) {
    if (!begun.has(form)) begin(form);
    begun.add(form);
  }
}

beginAll();
document.addEventListener("htmx:afterSettle", beginAll);
document.addEventListener("htmx:beforeOnLoad", (event) => {
  const form = event.target.closest(FORMS);
  if (form && event.detail.xhr.status < 400) forget(form.dataset.hjemmebaneDraft, placeOf(form));
});

function forgetOthers(start) {
  const here = [...document.querySelectorAll(FORMS)].map((form) => keyOf(form.dataset.hjemmebaneDraft));
  onDevice("sessionStorage", (storage) => {
    for (const key of Object.keys(storage)) {
      if (key.startsWith(keyOf(start)) && !here.includes(key)) storage.removeItem(key);
    }
  });
}

for (const page of document.querySelectorAll("[data-hjemmebane-draft-of]")) {
  forgetOthers(page.dataset.hjemmebaneDraftOf);
}

for (const receipt of document.querySelectorAll("[data-hjemmebane-draft-sent]")) {
  forget(receipt.dataset.hjemmebaneDraftSent, "localStorage");
}
