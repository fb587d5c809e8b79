// What is half written, sealed with the key of the unsent: one draft for each form and citizen.
import { outKey, owner, tell } from "./lock.js";
import { open, seal } from "./sealed.js";
import { change, rows } from "./store.js";

// Every draft: {id, form, citizen, fields, begun, files, item}.
export async function drafts() {
  const key = outKey();
  if (!key) return [];
  const stored = await rows("drafts", owner());
  return Promise.all(stored.map(([[, id], sealed]) => open(key, sealed, id)));
}

export async function draftOf(form, citizen, item = null) {
  const all = await drafts();
  const isIt = (one) => one.form === form && one.citizen.id === citizen.id && one.item === item;
  return all.find(isIt) ?? { id: crypto.randomUUID(), form, citizen, item, files: [] };
}

export async function keepDraft(draft) {
  if (!outKey()) return;
  await change([["drafts", [owner(), draft.id], await seal(outKey(), draft, draft.id)]]);
}

export const withoutDraft = (draft) => ["drafts", [owner(), draft.id], undefined];

export async function dropDraft(draft) {
  await change([withoutDraft(draft)]);
  tell("changed");
}
