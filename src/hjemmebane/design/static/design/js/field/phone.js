// Which phone this is to the service, and whose: one sealed row for each owner.
import { open, seal } from "./sealed.js";
import { outKey, owner } from "./lock.js";
import { change, get } from "./store.js";

const ROW = "phone";
const key = () => [owner(), ROW];

// {device, user, name}: the user is null until the service has said who is logged in.
export async function phone() {
  const sealed = outKey(); // as it is now: the phone may lock while the row is read
  const stored = await get("phone", key());
  if (stored) return open(sealed, stored, ROW);
  return remember({ device: crypto.randomUUID(), user: null, name: "", staff: null });
}

export async function remember(known) {
  await change([["phone", key(), await seal(outKey(), known, ROW)]]);
  return known;
}

// What the phone is called in the list of one's devices.
export function nameOfPhone() {
  const kind = /iPhone|iPad/.test(navigator.userAgent) ? "iPhone" : "Android";
  return /Mobile|iPhone|iPad|Android/.test(navigator.userAgent) ? `Telefon (${kind})` : "Computer";
}
