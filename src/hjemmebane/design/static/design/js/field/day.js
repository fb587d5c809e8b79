// What was fetched to be read: one sealed row, under a key that can be destroyed by itself.
import { beginDay, dayKey, destroyDay, isOpen, owner, tell } from "./lock.js";
import { phone, remember } from "./phone.js";
import { open, seal } from "./sealed.js";
import { change, get } from "./store.js";
import { ask } from "./wire.js";

const ROW = "0";

// The day, or null when there is none on the phone.
export async function day() {
  const key = dayKey();
  const stored = key && (await get("day", [owner(), ROW]));
  return stored ? open(key, stored, ROW) : null;
}

// Fetches the day anew. Answers "fetched", or why not: "offline" "login" "revoked" "other".
export async function fetchDay() {
  if (!isOpen()) return "locked";
  const known = await phone();
  const { status, data } = await ask("GET", "/felt/nu/", { device: known.device });
  if (!isOpen()) return "locked";
  if (status === 403 && ["revoked", "other"].includes(data?.status)) return ended(data.status);
  if (status === 409 && data?.status === "other_user") return ended("other");
  if (status === 401) return "login";
  if (status !== 200 || !data?.user) return "offline";
  if (known.user && known.user !== data.user.id) return ended("other");
  await remember({ ...known, user: data.user.id, name: data.user.name, staff: data.staff_id });
  const key = await beginDay(data.keep_hours);
  await change([["day", [owner(), ROW], await seal(key, data, ROW)]]);
  tell("changed");
  return "fetched";
}

async function ended(why) {
  await destroyDay();
  return why;
}
