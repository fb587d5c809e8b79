// Who has the phone open. An owner's row in the drawer `lock` holds two wrapped keys:
//   day   opens what was fetched; destroyed with the day, and made anew for the next
//   out   opens what has not been sent; never destroyed while there is anything unsent
import * as hours from "./hours.js";
import { keyOfPin, newSalt, newWrapped, ROUNDS, unwrapped } from "./sealed.js";
import { change, count, edit, get, rows } from "./store.js";

export const TRIES = 7; // wrong ones in a row, before what was fetched is destroyed
const UNSENT = ["out", "drafts", "parts"];
const ROW_OF_PHONE = "phone";
const channel = new BroadcastChannel("felt");

let session = null; // { owner, pinKey, out, day }
let looked = { moment: Date.now(), run: performance.now() };
const heard = new Set();

// Called with "open", "locked", "day-gone" or "changed", also when another tab did it.
export function listen(work) {
  heard.add(work);
}

export function tell(what) {
  for (const work of heard) work(what);
  channel.postMessage({ what, owner: session?.owner });
}

channel.addEventListener("message", ({ data }) => {
  if (data.what === "locked") forgetKeys();
  if (data.what === "day-gone" && session) session.day = null;
  if (data.what !== "open") for (const work of heard) work(data.what);
});

export const isOpen = () => session !== null;
export const owner = () => session?.owner;
export const outKey = () => session?.out;
export const dayKey = () => session?.day;

export async function isKnown() {
  return (await count("lock")) > 0;
}

// How much waits to be sent on this phone, whoever wrote it; asks for no key.
export const unsent = (whose) => count("out", whose);

// A PIN for somebody who has none here. What others had fetched goes; what they have not sent stays.
export async function setUp(pin) {
  const before = await rows("lock");
  const changes = [];
  for (const [[one]] of before) await destroyDay(one);
  for (const [key] of before) {
    if (await hasUnsent(key[0])) continue;
    changes.push(["lock", key, undefined], ["phone", [key[0], ROW_OF_PHONE], undefined]);
  }
  const salt = newSalt();
  const pinKey = await keyOfPin(pin, salt);
  const mine = crypto.randomUUID();
  const row = { salt, rounds: ROUNDS, out: await newWrapped(pinKey), day: null, wrong: 0, limit: null };
  await change([...changes, ["lock", [mine, ""], row]]);
  session = { owner: mine, pinKey, out: await unwrapped(row.out, pinKey), day: null };
  tell("open");
}

async function hasUnsent(whose) {
  const counts = await Promise.all(UNSENT.map((drawer) => count(drawer, whose)));
  return counts.some((found) => found > 0);
}

// Answers {isRight, left}: how many more tries before what was fetched is destroyed.
export async function unlock(pin) {
  for (const [key, row] of await rows("lock")) {
    const pinKey = await keyOfPin(pin, row.salt, row.rounds);
    const out = await unwrapped(row.out, pinKey);
    if (out) {
      await edit("lock", key, (now) => ({ ...now, wrong: 0 }));
      const day = row.day ? await unwrapped(row.day, pinKey) : null;
      session = { owner: key[0], pinKey, out, day };
      tell("open");
      return { isRight: true, left: TRIES };
    }
  }
  return { isRight: false, left: await countWrong() };
}

async function countWrong() {
  let most = 0;
  for (const [key] of await rows("lock")) {
    const row = await edit("lock", key, (now) => ({ ...now, wrong: now.wrong + 1 }));
    most = Math.max(most, row.wrong);
    if (row.wrong >= TRIES) await destroyDay(key[0]);
  }
  return Math.max(0, TRIES - most);
}

function forgetKeys() {
  session = null;
}

export function lock() {
  forgetKeys();
  tell("locked");
}

// The key first: what cannot be opened is already gone, even if the phone dies now.
export async function destroyDay(whose = session?.owner) {
  if (whose === undefined) return;
  if (session?.owner === whose) session.day = null;
  await edit("lock", [whose, ""], (row) => ({ ...row, day: null, limit: null }));
  await change((await rows("day", whose)).map(([key]) => ["day", key, undefined]));
  tell("day-gone");
}

// The key for a new day, with the hours it may lie here.
export async function beginDay(keepHours) {
  const row = await get("lock", [session.owner, ""]);
  const wrapped = row.day ?? (await newWrapped(session.pinKey));
  session.day ??= await unwrapped(wrapped, session.pinKey);
  const limit = hours.begun(keepHours, Date.now());
  await edit("lock", [session.owner, ""], (now) => ({ ...now, day: wrapped, limit }));
  return session.day;
}

// Uses the hours up, of every owner, open or not.
export async function keepHours() {
  const run = performance.now() - looked.run;
  looked = { moment: Date.now(), run: performance.now() };
  for (const [key, row] of await rows("lock")) {
    if (!row.limit) continue;
    const limit = hours.after(row.limit, looked.moment, run);
    if (hours.isOver(limit)) await destroyDay(key[0]);
    else await edit("lock", key, (now) => (now.limit ? { ...now, limit } : now));
  }
}
