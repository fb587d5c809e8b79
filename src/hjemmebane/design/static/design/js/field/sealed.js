// AES-GCM around everything personal. The data keys are made at random and wrapped by a key that
// PBKDF2 derives from the PIN; opened, they can be used but not taken out, and live in memory only.

export const ROUNDS = 600_000; // PBKDF2-SHA-256, as OWASP advises
const LONGEST_IV = 12;
const STEP = 256; // lengths are rounded up to this, so that they tell little
const USES = ["encrypt", "decrypt"];
const AES = { name: "AES-GCM", length: 256 };

// The phone was locked while something was under way; what it had in hand is sealed on the phone.
export class Locked extends Error {}

const random = (length) => crypto.getRandomValues(new Uint8Array(length));
const bytesOf = (text) => new TextEncoder().encode(text);

export const newSalt = () => random(16);

export async function keyOfPin(pin, salt, iterations = ROUNDS) {
  const raw = await crypto.subtle.importKey("raw", bytesOf(pin), "PBKDF2", false, ["deriveKey"]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt, iterations };
  return crypto.subtle.deriveKey(how, raw, AES, false, ["wrapKey", "unwrapKey"]);
}

// A new data key, as it may be stored.
export async function newWrapped(pinKey) {
  const key = await crypto.subtle.generateKey(AES, true, USES);
  const iv = random(LONGEST_IV);
  const wrapped = await crypto.subtle.wrapKey("raw", key, pinKey, { name: "AES-GCM", iv });
  return joined(iv, wrapped);
}

// The data key, ready for use; null when the PIN is not the one.
export async function unwrapped(stored, pinKey) {
  const how = { name: "AES-GCM", iv: stored.slice(0, LONGEST_IV) };
  try {
    return await crypto.subtle.unwrapKey(
      "raw", stored.slice(LONGEST_IV), pinKey, how, AES, false, USES,
    );
  } catch (error) {
    if (error.name === "OperationError") return null;
    throw error;
  }
}

// `place` is sealed in: a row that is moved to another place cannot be opened there.
export async function sealBytes(key, bytes, place) {
  if (!key) throw new Locked();
  const iv = random(LONGEST_IV);
  const how = { name: "AES-GCM", iv, additionalData: bytesOf(place) };
  return joined(iv, await crypto.subtle.encrypt(how, key, bytes));
}

export async function openBytes(key, stored, place) {
  if (!key) throw new Locked();
  const iv = stored.slice(0, LONGEST_IV);
  const how = { name: "AES-GCM", iv, additionalData: bytesOf(place) };
  return new Uint8Array(await crypto.subtle.decrypt(how, key, stored.slice(LONGEST_IV)));
}

export async function seal(key, value, place) {
  const plain = bytesOf(JSON.stringify(value));
  const padded = new Uint8Array(Math.ceil((plain.length + 1) / STEP) * STEP).fill(0x20);
  padded.set(plain);
  return sealBytes(key, padded, place);
}

export async function open(key, stored, place) {
  return JSON.parse(new TextDecoder().decode(await openBytes(key, stored, place)));
}

export async function fingerprint(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function joined(iv, secret) {
  const all = new Uint8Array(iv.length + secret.byteLength);
  all.set(iv);
  all.set(new Uint8Array(secret), iv.length);
  return all;
}
