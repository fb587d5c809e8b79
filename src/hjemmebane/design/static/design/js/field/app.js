// Felt: the workplace that opens without a network. Wires the pages to the lock, the outbox and the
// browser; each of them is in a file of its own.
import { count } from "./counting.js";
import { fetchDay } from "./day.js";
import { begin as beginInstall } from "./install.js";
import { isOpen, keepHours, listen, lock } from "./lock.js";
import { attemptPage, visitPage } from "./pages/visit.js";
import { citizenPage, forgetShown } from "./pages/citizen.js";
import { itemPage, outboxPage } from "./pages/outbox.js";
import { lightPage } from "./pages/light.js";
import { lockedPage } from "./pages/unlock.js";
import { taskPage } from "./pages/task.js";
import { todayPage } from "./pages/today.js";
import { isRecording } from "./recorder.js";
import { begin, draw, forget, go, here, leave } from "./routes.js";
import { Locked } from "./sealed.js";
import { beginAnew, state, sync, throughTheDoor } from "./sync.js";
import { clone, fill, hush, say, when } from "./ui.js";
import { begin as beginUpdates, look } from "./updates.js";
import { flush } from "./writing.js";
import { watch } from "./watch.js";

const AT_ONCE = 20;
const A_MOMENT = 200;
const STALE = 30 * 60_000;
const REDRAWN = new Set(["today", "outbox"]);
const TOLD = ["offline", "login", "other", "revoked"];

let fetched = -Infinity;
const install = beginInstall();

async function fetchNow() {
  const outcome = await throughTheDoor(fetchDay);
  if (outcome === "fetched") fetched = performance.now();
  if (outcome === "offline") say("Der er ikke netværk lige nu. Vi prøver igen.", "warning");
  if (isOpen()) await draw();
}

async function opened() {
  hush();
  await navigator.storage?.persist?.();
  await go("today");
  await atEveryChance();
}

// Online again, in sight again, opened: send what waits, and fetch the day when it has grown old.
async function atEveryChance() {
  if (!isOpen()) return;
  await sync();
  if (isOpen() && performance.now() - fetched > STALE && state.phase !== "offline") {
    if ((await throughTheDoor(fetchDay)) === "fetched") fetched = performance.now();
  }
}

async function lockUp() {
  await leave();
  lock();
}

async function locked() {
  fetched = -Infinity;
  forgetShown();
  forget();
  hush();
  await redrawFrame();
  await lockedPage(opened);
}

async function redrawFrame() {
  for (const part of document.querySelectorAll("[data-felt-open]")) part.hidden = !isOpen();
  tellPhase(isOpen() && TOLD.includes(state.phase) ? state.phase : "");
  await count();
}

// What is in the way stands there until it is not; a button in it is not drawn anew under a thumb.
function tellPhase(name) {
  const place = document.getElementById("felt-state");
  if (place.dataset.feltShown === name) return;
  place.dataset.feltShown = name;
  place.replaceChildren(...(name ? [clone(`phase-${name}`)] : []));
  when(place, "anew", () => beginAnew().then(fetchNow));
}

const news = new Set();
let drawing = null;

// A round that sends a hundred things is told of once a moment, not a hundred times.
function heard(what) {
  news.add(what);
  drawing ??= setTimeout(hear, AT_ONCE);
}

async function hear() {
  const told = new Set(news);
  news.clear();
  try {
    if (told.has("locked")) await locked();
    else await redrawFrame();
    const isChanged = told.has("changed") || told.has("day-gone") || (told.has("state") && here() === "outbox");
    if (isOpen() && isChanged && REDRAWN.has(here())) await quietly();
  } finally {
    drawing = news.size ? setTimeout(hear, A_MOMENT) : null;
  }
}

// Drawn anew without moving the page or the focus from under a thumb.
async function quietly() {
  const top = window.scrollY;
  await draw();
  window.scrollTo(0, top);
}

begin({
  today: () => todayPage({ fetchNow, install }),
  citizen: citizenPage, visit: visitPage, attempt: attemptPage, light: lightPage, task: taskPage,
  outbox: outboxPage, item: itemPage,
});
listen(heard);
for (const link of document.querySelectorAll("[data-felt-go]")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    if (isOpen()) void go(link.dataset.feltGo);
  });
}
when(document.body, "lock", lockUp);
addEventListener("popstate", async () => {
  if (!isOpen()) return;
  await leave();
  await draw();
});
// Work that was under way when the phone was locked ends here; it is taken up when it is opened.
addEventListener("unhandledrejection", (event) => {
  if (event.reason instanceof Locked) event.preventDefault();
});
addEventListener("online", () => void atEveryChance());
watch({ lockUp, isBusy: isRecording, flush, seen: async () => { await look(); await atEveryChance(); } });
beginUpdates({ leave, tell: () => document.getElementById("felt-news").replaceChildren(fill(clone("update"), {})) });
await keepHours();
await locked();
