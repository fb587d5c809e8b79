// The device's drawers. What lies in them is sealed by sealed.js; the keys of the rows are random.
//   lock    one row for each owner of this phone: salts, wrapped keys, counters; nothing that tells
//   phone   what the service calls this phone
//   day     what was fetched to be read; destroyed at every occasion
//   out, drafts, parts    what has not been sent: items, half-written forms, pieces of recordings
// A row's key is [owner, id], so that two who share a phone never meet.
import { openDB } from "../../../vendor/idb/idb.js";

const NAME = "felt";
export const DRAWERS = ["lock", "phone", "day", "out", "drafts", "parts"];
const FULL = "QuotaExceededError";

// The device has no room; what was to be kept still stands where it was typed.
export class DeviceFull extends Error {}

let opened = null;

function database() {
  opened ??= openDB(NAME, 1, {
    upgrade(db) {
      for (const drawer of DRAWERS) db.createObjectStore(drawer);
    },
    blocking: forget,
    terminated: forget,
  });
  return opened;
}

async function forget() {
  const db = await opened;
  opened = null;
  db?.close();
}

const ofOwner = (owner) => IDBKeyRange.bound([owner], [owner, []]);

export async function get(drawer, key) {
  return (await database()).get(drawer, key);
}

// Every row of an owner as [key, value]; without an owner, of all.
export async function rows(drawer, owner) {
  const range = owner === undefined ? undefined : ofOwner(owner);
  const transaction = (await database()).transaction(drawer);
  const [keys, values] = await Promise.all([
    transaction.store.getAllKeys(range),
    transaction.store.getAll(range),
  ]);
  return keys.map((key, index) => [key, values[index]]);
}

export async function count(drawer, owner) {
  return (await database()).count(drawer, owner === undefined ? undefined : ofOwner(owner));
}

// All the changes or none: [drawer, key, value], where no value takes the row away.
export async function change(changes) {
  const drawers = [...new Set(changes.map(([drawer]) => drawer))];
  if (!drawers.length) return;
  const transaction = (await database()).transaction(drawers, "readwrite", { durability: "strict" });
  try {
    const done = changes.map(([drawer, key, value]) => {
      const store = transaction.objectStore(drawer);
      return value === undefined ? store.delete(key) : store.put(value, key);
    });
    await Promise.all([...done, transaction.done]);
  } catch (error) {
    undo(transaction);
    if (error?.name === FULL || transaction.error?.name === FULL) throw new DeviceFull();
    throw error;
  }
}

// What was refused in the middle leaves nothing of the rest.
function undo(transaction) {
  transaction.done.catch(() => null);
  try {
    transaction.abort();
  } catch (over) {
    if (over.name !== "InvalidStateError") throw over;
  }
}

// Reads one row, and writes what `edit` makes of it, with nobody in between.
export async function edit(drawer, key, make) {
  const transaction = (await database()).transaction(drawer, "readwrite", { durability: "strict" });
  const value = await transaction.store.get(key);
  const made = value === undefined ? undefined : make(value);
  if (made !== undefined) await transaction.store.put(made, key);
  await transaction.done;
  return made;
}
