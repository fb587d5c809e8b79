// Days, times and lengths in Danish, whatever the phone is set to.

const ZONE = { timeZone: "Europe/Copenhagen" };
const clock = new Intl.DateTimeFormat("da-DK", { ...ZONE, hour: "2-digit", minute: "2-digit" });
const date = new Intl.DateTimeFormat("da-DK", { ...ZONE, weekday: "long", day: "numeric", month: "long" });
const sortable = new Intl.DateTimeFormat("sv-SE", { ...ZONE, dateStyle: "short", timeStyle: "medium" });
const DAY = 24 * 60 * 60 * 1000;

export const timeOf = (moment) => clock.format(new Date(moment)).replace(":", ".");

export const dayKeyOf = (moment) => sortable.format(new Date(moment)).slice(0, 10);

export function dayName(moment, today = Date.now()) {
  const key = dayKeyOf(moment);
  if (key === dayKeyOf(today)) return "I dag";
  if (key === dayKeyOf(today + DAY)) return "I morgen";
  if (key === dayKeyOf(today - DAY)) return "I går";
  const text = date.format(new Date(moment));
  return text[0].toUpperCase() + text.slice(1);
}

export const whenOf = (moment) => `${dayName(moment)} kl. ${timeOf(moment)}`;

// What a datetime-local field holds, on the Danish clock, and back again.
export const localOf = (moment) => sortable.format(new Date(moment)).slice(0, 16).replace(" ", "T");

export function momentOf(local) {
  const asUtc = new Date(`${local}:00Z`);
  if (Number.isNaN(asUtc.getTime())) return null;
  const shift = (moment) => new Date(`${localOf(moment)}:00Z`) - moment;
  const guess = asUtc - shift(asUtc);
  return new Date(asUtc - shift(new Date(guess)));
}

export function sizeOf(bytes) {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1).replace(".", ",")} MB`;
}

export const lengthOf = (seconds) =>
  `${Math.floor(seconds / 60)}.${String(Math.floor(seconds % 60)).padStart(2, "0")} min.`;
