// The outbox: every item, what it truly stands at, and what can be done about it.
import { count } from "../counting.js";
import { discard, receipts, RECEIVED, REFUSED, unsentItems, update, WAITING } from "../outbox.js";
import { back, go } from "../routes.js";
import { state, sync } from "../sync.js";
import { clone, fill, hole, say, show, when } from "../ui.js";
import { sizeOf, whenOf } from "../words.js";

const KINDS = { visit: "Besøg", light: "Trafiklys", task_done: "Opgave gjort", attachment: "Optagelse eller billede" };
const TONES = { [WAITING]: "waits", sending: "sends", [REFUSED]: "refused", [RECEIVED]: "received" };
const SENT = "Alt, hvad der kan sendes, er sendt.";

export const kindOf = (item) => {
  if (item.isAttempt || (item.kind === "visit" && item.body && item.body.outcome !== "MET")) return "Forsøg";
  if (item.kind === "attachment" && item.body) return item.body.kind === "VOICE" ? "Optagelse" : "Billede";
  return KINDS[item.kind];
};

const stateOf = (item) => (state.sending === item.id && item.state === WAITING ? "sending" : item.state);

export async function outboxPage() {
  const page = clone("outbox");
  const waiting = await unsentItems();
  const done = (await receipts()).sort((a, b) => b.order - a.order);
  hole(page, "unsent").replaceChildren(...waiting.map((item) => row(item, waiting)));
  hole(page, "received").replaceChildren(...done.map((item) => row(item, waiting)));
  fill(page, { none: waiting.length === 0, anyUnsent: waiting.length > 0, anyReceived: done.length > 0 });
  when(page, "send", async () => {
    await sync();
    const left = (await unsentItems()).some((item) => item.state === WAITING);
    if (!left) say(SENT, "success");
  });
  await count();
  show(page);
}

function row(item, all) {
  const made = fill(clone("item-row"), {
    what: kindOf(item), name: item.citizen.name, when: whenOf(item.made_at), reason: item.reason ?? waitsFor(item, all),
    anyReason: Boolean(item.reason ?? waitsFor(item, all)), conflict: item.conflict, anyConflict: Boolean(item.conflict), told: item.told, anyTold: Boolean(item.told),
  });
  made.querySelector("[data-felt-state]").replaceChildren(clone(`state-${TONES[stateOf(item)]}`));
  when(made, "open", () => go("item", { item }));
  return made;
}

function waitsFor(item, all) {
  const visit = item.kind === "attachment" && all.find((one) => one.id === item.body?.contact);
  if (!visit) return "";
  return visit.state === REFUSED ? "Venter på besøget, som ikke blev modtaget." : "Sendes, når besøget er modtaget.";
}

export async function itemPage({ item: seen }) {
  const item = (await unsentItems()).find((one) => one.id === seen.id) ?? (await receipts()).find((one) => one.id === seen.id) ?? { ...seen, state: RECEIVED };
  const page = clone("item");
  const body = item.body ?? {};
  fill(page, {
    what: kindOf(item), name: item.citizen.name, when: whenOf(item.made_at),
    note: body.note ?? body.text ?? "", anyNote: Boolean(body.note ?? body.text),
    size: body.bytes && sizeOf(body.bytes), anySize: Boolean(body.bytes), minutes: body.direct_minutes && `${body.direct_minutes} min. sammen`, anyMinutes: Boolean(body.direct_minutes),
    reason: item.reason, anyReason: Boolean(item.reason), conflict: item.conflict, anyConflict: Boolean(item.conflict),
    told: item.told, anyTold: Boolean(item.told), isUnsent: item.state !== RECEIVED, canRetry: item.state === REFUSED,
    canChange: item.state === REFUSED && item.mend !== "discard" && item.kind !== "attachment", isReceived: item.state === RECEIVED,
  });
  page.querySelector("[data-felt-state]").replaceChildren(clone(`state-${TONES[stateOf(item)]}`));
  when(page, "change", () => go(formOf(item), { citizen: item.citizen.id, name: item.citizen.name, item: item.id }));
  when(page, "again", async () => {
    await update({ ...item, state: WAITING, reason: undefined });
    await go("outbox");
    await sync();
  });
  when(page, "discard", async () => {
    await discard(item);
    await go("outbox");
    say("Kasseret. Det er ikke sendt.", "warning");
  });
  when(page, "back", back);
  show(page);
}

function formOf(item) {
  if (item.kind === "light") return "light";
  if (item.kind === "task_done") return "task";
  return item.body.outcome === "MET" ? "visit" : "attempt";
}
