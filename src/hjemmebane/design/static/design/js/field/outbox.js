// What was made in the field and has not been received. An item is here until the service says that
// it has it, or somebody discards it after a warning. The states that are kept:
//   waiting    not received; perhaps sent, perhaps not: sending it again is safe, its id is its key
//   refused    the service has said why; it waits to be changed or discarded
// An item that is received leaves a receipt among what is read, and goes with it.
import { dayKey, outKey, owner, tell } from "./lock.js";
import { open, seal } from "./sealed.js";
import { change, get, rows } from "./store.js";

export const WAITING = "waiting";
export const REFUSED = "refused";
export const RECEIVED = "received";

const key = (id) => [owner(), id];
const receiptKey = (id) => [owner(), `r-${id}`];

async function row(item) {
  return ["out", key(item.id), await seal(outKey(), item, item.id)];
}

// Keeps new items; what they were made of (a draft) goes in the same breath.
export async function keep(items, alongside = []) {
  const sealed = await Promise.all(items.map(row));
  await change([...sealed, ...alongside]);
  tell("changed");
}

export async function update(item) {
  await change([await row(item)]);
  tell("changed");
}

export async function find(id) {
  const stored = await get("out", key(id));
  return stored ? open(outKey(), stored, id) : null;
}

// The oldest first; what hangs on a visit comes after all visits.
export async function unsentItems() {
  const key = outKey();
  if (!key) return [];
  const stored = await rows("out", owner());
  const items = await Promise.all(stored.map(([[, id], sealed]) => open(key, sealed, id)));
  return items.sort((a, b) => isHanging(a) - isHanging(b) || a.order - b.order);
}

const isHanging = (item) => Number(item.kind === "attachment");

export async function receipts() {
  const key = dayKey();
  if (!key) return [];
  const stored = (await rows("day", owner())).filter(([[, id]]) => id.startsWith("r-"));
  return Promise.all(stored.map(([[, id], sealed]) => open(key, sealed, id)));
}

// The service has it. What it was goes; without a day there is nobody to show a receipt to.
export async function received(item, { conflict, told }, partKeys = []) {
  const { id, kind, citizen, made_at, order } = item;
  const receipt = { id, kind, citizen, made_at, order, state: RECEIVED };
  if (kind === "visit" && item.body.outcome !== "MET") receipt.isAttempt = true;
  if (typeof conflict === "string") receipt.conflict = conflict;
  if (told) receipt.told = told;
  const gone = [["out", key(id), undefined], ...partKeys.map((part) => ["parts", part, undefined])];
  const readable = dayKey();
  const place = `r-${id}`;
  if (readable) gone.push(["day", receiptKey(id), await seal(readable, receipt, place)]);
  await change(gone);
  tell("changed");
}

// After a warning only: the item, and what hangs on it.
export async function discard(item) {
  const all = await unsentItems();
  const gone = [item, ...all.filter((one) => one.body.contact === item.id)];
  const parts = await rows("parts", owner());
  const ids = new Set(gone.map((one) => one.id));
  const pieces = parts.filter(([[, place]]) => ids.has(place.split("/")[0]));
  await change([
    ...gone.map((one) => ["out", key(one.id), undefined]),
    ...pieces.map(([piece]) => ["parts", piece, undefined]),
  ]);
  tell("changed");
}
