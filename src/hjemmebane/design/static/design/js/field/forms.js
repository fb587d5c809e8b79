// A form's fields as plain data, back again, and what is wrong beside the field it concerns.
import { clone, fill, say } from "./ui.js";

const isTick = (field) => field.type === "checkbox" || field.type === "radio";
const fieldsOf = (form) => [...form.elements].filter((field) => field.name && field.name !== "do");

export function read(form) {
  const typed = {};
  for (const field of fieldsOf(form)) {
    if (isTick(field) ? field.checked : field.value) (typed[field.name] ??= []).push(field.value);
  }
  return typed;
}

export function write(form, typed) {
  for (const field of fieldsOf(form)) {
    const values = typed[field.name] ?? [];
    if (isTick(field)) field.checked = values.includes(field.value);
    else field.value = values[0] ?? "";
  }
}

export const one = (typed, name) => typed[name]?.[0] ?? "";
export const many = (typed, name) => typed[name] ?? [];
export const whole = (typed, name) => Number.parseInt(one(typed, name), 10) || 0;

// {field: sentence}; the first is gone to. Answers whether there was none.
export function complain(form, wrong) {
  for (const old of form.querySelectorAll("[data-felt-wrong]")) old.remove();
  const names = Object.keys(wrong);
  for (const name of names) {
    const group = form.querySelector(`[name="${name}"]`)?.closest("[data-felt-group], .form-group");
    const note = fill(clone("wrong"), { text: wrong[name] });
    (group ?? form).prepend(note);
  }
  if (!names.length) return true;
  say(names.length === 1 ? "Én ting skal rettes. Se, hvor det står med rødt." : `${names.length} ting skal rettes. Se, hvor det står med rødt.`, "error");
  for (const note of form.querySelectorAll("[data-felt-wrong]")) note.closest("details")?.setAttribute("open", "");
  const first = form.querySelector("[data-felt-wrong]");
  first.parentElement.querySelector("input:not([type=hidden]), select, textarea")?.focus({ preventScroll: true });
  first.scrollIntoView({ block: "center" });
  return false;
}

// Choices that only the phone knows: colleagues, signs, actions.
export function offer(place, name, choices, chosen = []) {
  const made = choices.map(({ value, label }) => {
    const choice = fill(clone("choice"), { label });
    const tick = choice.querySelector("input");
    Object.assign(tick, { name, value, checked: chosen.includes(value) });
    return choice;
  });
  place.replaceChildren(...made);
}
