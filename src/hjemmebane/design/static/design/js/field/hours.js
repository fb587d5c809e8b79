// How long what was fetched may lie here. The clock of the phone can be set: time that is measured
// only ever uses the hours up, and a clock that has been set back uses them all up at once.
// Pure: the caller gives what the clock shows and how long the page has been running.

const HOUR = 60 * 60 * 1000;
const SLACK = 2 * 60 * 1000; // clocks are corrected by the network now and then

export function begun(keepHours, moment) {
  return { left: keepHours * HOUR, seen: moment };
}

// What is left at `moment`, when `run` milliseconds have certainly gone since the last look.
export function after(limit, moment, run = 0) {
  const gone = moment - limit.seen;
  if (gone < -SLACK) return { left: 0, seen: limit.seen };
  return { left: limit.left - Math.max(Math.abs(gone), run), seen: Math.max(moment, limit.seen) };
}

export const isOver = (limit) => limit.left <= 0;
