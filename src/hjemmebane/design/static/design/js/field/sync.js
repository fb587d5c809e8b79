// Sends what waits, one round at a time on the whole phone, at every chance while it is open.
// An item leaves the outbox only on the service's own word: whole JSON with its id and "received".
import { destroyDay, isOpen, tell } from "./lock.js";
import { find, received, REFUSED, unsentItems, update, WAITING } from "./outbox.js";
import { keysOf, LARGEST_PART, whole } from "./pieces.js";
import { nameOfPhone, phone, remember } from "./phone.js";
import { ask, useToken } from "./wire.js";

const FIRST_WAIT = 4_000;
const LONGEST_WAIT = 5 * 60_000;
const SILENCES = 3; // in a row, before the network is taken to be gone
const GONE = "Borgeren er ikke længere hos jer, så det kan ikke modtages. Tal med jeres koordinator.";
const TOO_LARGE = "Det fylder mere, end der kan modtages. Gør det kortere, eller kassér det.";
const UNREADABLE = "Det kunne ikke læses, da det kom frem. Åbn det, ret det, og send igen.";

// phase: idle · sending · offline · login · other · revoked
export const state = { phase: "idle", sending: null };
let timer = null;
let failures = 0;

function be(phase, sending = null) {
  Object.assign(state, { phase, sending });
  tell("state");
}

export const soon = () => void sync();

// Sends what can be sent. A round that is asked for during another follows it.
export async function sync() {
  clearTimeout(timer);
  if (!isOpen()) return;
  const how = { ifAvailable: true };
  const isDone = await navigator.locks.request("felt-send", how, (mine) => mine && round());
  if (isOpen() && !isDone) later();
}

function later() {
  clearTimeout(timer);
  const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.min(failures, 10));
  timer = setTimeout(soon, wait * (0.5 + Math.random()));
}

// Answers whether nothing waits any more.
async function round() {
  const unsent = await unsentItems();
  const waiting = unsent.filter((item) => item.state === WAITING);
  const isNothing = waiting.length === 0;
  if (!isNothing) be("sending");
  const problem = isNothing ? null : ((await comeIn()) ?? (await sendAll(waiting, new Set(unsent.map(({ id }) => id)))));
  failures = problem ? failures + 1 : 0;
  be(problem ?? "idle");
  return isNothing || !problem;
}

// The door: who is logged in, a fresh token, and the phone told. Answers what is in the way.
export async function comeIn() {
  if (!isOpen()) return "idle";
  const known = await phone();
  const entry = await ask("GET", "/felt/adgang/", { device: known.device });
  if (await isEnded(entry)) return state.phase;
  if (entry.status === 401) return "login";
  if (entry.status !== 200 || !entry.data?.user) return "offline";
  if (known.user && entry.data.user !== known.user) return ended("other");
  useToken(entry.data.csrf);
  return known.isTold && known.user ? null : tellPhone({ ...known, user: entry.data.user });
}

async function tellPhone(known) {
  const json = { id: known.device, name: nameOfPhone() };
  const answer = await ask("POST", "/felt/enhed/", { json, device: known.device });
  if (await isEnded(answer)) return state.phase;
  if (answer.status === 422) await remember({ ...known, device: crypto.randomUUID(), isTold: false });
  if (answer.status === 401) return "login";
  if (answer.status !== 200) return "offline";
  await remember({ ...known, isTold: true });
  return null;
}

// A phone that was revoked and found again: a new device to the service, which asks for the login.
export async function beginAnew() {
  await remember({ ...(await phone()), device: crypto.randomUUID(), isTold: false });
  await sync();
}

async function isEnded({ status, data }) {
  if (status === 403 && data?.status === "revoked") return Boolean(await ended("revoked"));
  const isOther = (status === 403 && data?.status === "other") || data?.status === "other_user";
  return isOther && Boolean(await ended("other"));
}

async function ended(why) {
  await destroyDay();
  be(why);
  return why;
}

// `here` are the ids of all that is unsent, refused ones too.
async function sendAll(waiting, here) {
  const known = await phone();
  let silent = 0;
  let isStuck = false;
  for (const item of waiting) {
    if (!isOpen()) return "idle";
    if (here.has(item.body.contact)) continue; // its visit first
    be("sending", item.id);
    const outcome = await send(item, known);
    if (outcome === "received") here.delete(item.id);
    if (["login", "other", "revoked"].includes(outcome)) return outcome;
    silent = outcome === "silent" ? silent + 1 : 0;
    isStuck ||= outcome === "silent" || outcome === "later";
    if (silent === SILENCES) return "offline";
  }
  return isStuck ? "offline" : null;
}

async function send(item, known) {
  const { id, kind, made_at, citizen, body } = item;
  const json = { id, kind, made_at, citizen: citizen.id, body, user: known.user };
  const post = () =>
    ask("POST", "/felt/ind/", { json: { ...json, sent_at: new Date().toISOString() }, device: known.device });
  let answer = await post();
  if (answer.status === 401 && answer.data?.status === "token") {
    const problem = await comeIn();
    if (problem) return problem;
    answer = await post();
  }
  if (answer.status === 202 && answer.data?.for !== "visit" && kind === "attachment") {
    const isSent = await sendContent(item, known, answer.data?.have ?? 0);
    answer = isSent ? await post() : { status: 0, data: null };
  }
  return settle(item, answer);
}

// From where the service says it has come to; what is sent twice does no harm.
async function sendContent(item, known, from) {
  const content = await whole(item.id);
  let at = from;
  while (at < content.length) {
    const bytes = content.slice(at, at + LARGEST_PART);
    const address = `/felt/ind/${item.id}/del/?fra=${at}`;
    const { status, data } = await ask("PUT", address, { bytes, device: known.device });
    const isTold = (status === 200 || status === 409) && Number.isInteger(data?.have);
    if (!isTold || (status === 409 && data.have === at)) return false;
    at = data.have;
  }
  return true;
}

async function settle(item, answer) {
  const { status, data } = answer;
  if (!isOpen()) return "later";
  if (status === 200 && data?.status === "received" && (data.id ?? item.id) === item.id) {
    await received(item, data, item.kind === "attachment" ? await keysOf(item.id) : []);
    return "received";
  }
  if (await isEnded(answer)) return state.phase;
  if (status === 401) return "login";
  if (status === 422 && data?.status === "refused") return refuse(item, data);
  if (status === 404 && data) return refuse(item, { reason: GONE, mend: "discard", ...data });
  if (status === 413) return refuse(item, { reason: TOO_LARGE, mend: "change" });
  if (status === 400 || (status === 422 && data)) return refuse(item, { reason: UNREADABLE, mend: "change", ...data });
  const still = await find(item.id); // it may have been discarded meanwhile
  if (still) await update({ ...still, tries: (still.tries ?? 0) + 1 });
  return status === 0 ? "silent" : "later";
}

async function refuse(item, { reason, field = "", mend = "change" }) {
  const still = await find(item.id);
  if (still) await update({ ...still, state: REFUSED, reason, field, mend });
  return "refused";
}

// The day is fetched through the same door.
export async function throughTheDoor(work) {
  const problem = await comeIn();
  const outcome = problem ?? (await work());
  if (["login", "other", "revoked", "offline"].includes(outcome)) be(outcome);
  else if (state.phase !== "sending") be("idle");
  return outcome;
}
