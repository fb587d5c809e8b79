// What all the pages where something is written have in common: the draft that is kept while one
// writes, what is told when it is saved, and what happens when the phone is full.
import { day } from "./day.js";
import { dropDraft, draftOf, keepDraft, withoutDraft } from "./drafts.js";
import { read, write } from "./forms.js";
import { isOpen } from "./lock.js";
import { keep } from "./outbox.js";
import { back, beforeLeaving, go } from "./routes.js";
import { DeviceFull } from "./store.js";
import { soon } from "./sync.js";
import { say, when } from "./ui.js";

const PAUSE = 300;
const FULL = "Telefonen er fyldt, så det kan ikke gemmes endnu. Det, du har skrevet, står her stadig. "
  + "Slet noget på telefonen – billeder eller film – eller send det, der venter i Udbakken, og tryk Gem igen.";
const SAVED = "Gemt på telefonen. Det sendes, så snart der er netværk.";

// {citizen, colleagues, …}: what a form needs to know of the day. An item that is changed knows its
// citizen itself, if the day is gone.
export async function knownOf(about) {
  const today = await day();
  const citizen = today?.citizens.find((one) => one.id === about.citizen) ?? null;
  const appointment = today?.appointments.find((one) => one.id === about.appointment) ?? null;
  return { today, citizen, appointment };
}

export async function begin(form, name, about, first) {
  const citizen = { id: about.citizen.id, name: about.citizen.name };
  const draft = await draftOf(name, citizen, about.item ?? null);
  draft.appointment ??= about.appointment ?? null;
  draft.begun ??= new Date().toISOString();
  const isNew = draft.fields === undefined;
  draft.fields ??= first;
  draft.isKept = !isNew;
  write(form, draft.fields);
  return draft;
}

// Keeps the draft a moment after each change, and at once when the page is left.
export function keepWriting(form, draft, stopped = async () => {}) {
  let timer = null;
  let isDone = false;
  let isTouched = false;
  let last = Promise.resolve();
  const now = () => {
    clearTimeout(timer);
    if (isDone || !isTouched || !isOpen()) return last;
    draft.fields = read(form);
    const copy = structuredClone(draft);
    last = last.then(() => (isDone ? null : keepDraft(copy))).catch(told);
    return last;
  };
  const changed = () => {
    isTouched = true;
    clearTimeout(timer);
    timer = setTimeout(now, PAUSE);
  };
  form.addEventListener("input", changed);
  form.addEventListener("change", changed);
  const leaving = async () => {
    await stopped();
    await now();
  };
  beforeLeaving(leaving);
  flushes.now = now;
  return {
    changed,
    now,
    // While the items are saved in its place, no draft is written behind their back.
    hold: async () => {
      clearTimeout(timer);
      isDone = true;
      await last;
    },
    resume: () => {
      isDone = false;
      changed();
    },
    end: async () => {
      clearTimeout(timer);
      isDone = true;
      await last;
      beforeLeaving(async () => {});
      flushes.now = null;
    },
  };
}

const flushes = { now: null };

// When the phone goes out of sight: whatever is half written, wherever it is.
export const flush = async () => flushes.now?.();

function told(error) {
  if (!(error instanceof DeviceFull)) throw error;
  say(FULL, "error");
}

// The items instead of the draft, in one breath. Full: the form stands as it was.
export async function save(items, draft, writing) {
  await writing.hold();
  try {
    await keep(items, [withoutDraft(draft)]);
  } catch (error) {
    writing.resume();
    told(error);
    return false;
  }
  await writing.end();
  soon();
  await go("today");
  say(SAVED, "success");
  return true;
}

export function offerDrop(page, draft, writing, gone = async () => {}) {
  when(page, "drop", async () => {
    await writing.end();
    await gone();
    await dropDraft(draft);
    await back();
  });
}

let order = 0;

// A new item, or the one that is changed: the same id, so that the two can never both be there.
export function itemOf(kind, citizen, body, id = crypto.randomUUID()) {
  const made_at = new Date().toISOString();
  order += 1;
  return { id, kind, citizen: { id: citizen.id, name: citizen.name }, made_at, order: Date.now() * 1000 + (order % 1000), body, state: "waiting", tries: 0 };
}
