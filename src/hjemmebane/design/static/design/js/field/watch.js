// Locks the phone when nobody is at it: after some minutes without a touch, after a while out of
// sight, and by the button. What is half written is kept before the keys are forgotten.
import { isOpen, keepHours } from "./lock.js";

const IDLE = 5 * 60_000;
const HIDDEN = 2 * 60_000;
const LOOK = 15_000;

// A clock that is set does not keep the phone open.
const mark = () => ({ wall: Date.now(), run: performance.now() });
const since = ({ wall, run }) => Math.max(Math.abs(Date.now() - wall), performance.now() - run);

let touched = mark();
let hidden = null;

export function watch({ lockUp, isBusy, seen, flush }) {
  for (const name of ["pointerdown", "keydown", "input", "scroll"]) {
    addEventListener(name, () => { touched = mark(); }, { passive: true, capture: true });
  }
  const isForgotten = () =>
    since(touched) > IDLE || (hidden !== null && since(hidden) > HIDDEN);
  const look = async () => {
    await keepHours();
    if (isOpen() && !isBusy() && isForgotten()) await lockUp();
  };
  document.addEventListener("visibilitychange", async () => {
    if (document.hidden) {
      hidden = mark();
      await flush();
      return;
    }
    await look();
    hidden = null;
    await seen();
  });
  addEventListener("pagehide", () => void flush());
  // Back again as the browser had put it away: it has heard nothing since, no logout either.
  addEventListener("pageshow", ({ persisted }) => { if (persisted && isOpen()) void lockUp(); });
  setInterval(() => void look(), LOOK);
}

export const touch = () => {
  touched = mark();
};
