// Where one is inside Felt. The address never changes: what is opened is remembered in memory, and
// the browser's own history holds a number, no name and no id.
import { hush } from "./ui.js";

const START = { page: "today", about: {} };
let places = [START];
let pages = {};
let leaving = async () => {};

export function begin(known) {
  pages = known;
}

// What the page that is shown must do before it is left, however it is left.
export function beforeLeaving(work) {
  leaving = work;
}

export async function leave() {
  const work = leaving;
  leaving = async () => {};
  await work();
}

export async function go(page, about = {}) {
  await leave();
  hush();
  places.push({ page, about });
  history.pushState({ place: places.length - 1 }, "");
  await draw();
}

export async function back() {
  await leave();
  history.back();
}

// In the same place again: something has changed.
export async function draw() {
  const { page, about } = places[history.state?.place ?? 0] ?? START;
  for (const link of document.querySelectorAll("[data-felt-go]")) {
    if (link.dataset.feltGo === page) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  await pages[page](about);
}

export const here = () => (places[history.state?.place ?? 0] ?? START).page;

// Locked: nothing is remembered of where one was.
export function forget() {
  places = [START];
  leaving = async () => {};
  history.replaceState(null, "");
}
