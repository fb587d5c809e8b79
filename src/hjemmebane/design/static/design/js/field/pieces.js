// Recordings and pictures, sealed piece by piece as they come, so that a phone that dies in the
// middle keeps what it heard. A piece's key is [owner, "<item>/<number>"].
import { outKey, owner } from "./lock.js";
import { fingerprint, openBytes, sealBytes } from "./sealed.js";
import { change, rows } from "./store.js";

export const LARGEST_PART = 256 * 1024;

const placeOf = (id, number) => `${id}/${String(number).padStart(6, "0")}`;

export async function addPiece(id, number, bytes) {
  const place = placeOf(id, number);
  await change([["parts", [owner(), place], await sealBytes(outKey(), bytes, place)]]);
}

async function stored(id) {
  const all = await rows("parts", owner());
  return all.filter(([[, place]]) => place.startsWith(`${id}/`));
}

export async function keysOf(id) {
  return (await stored(id)).map(([key]) => key);
}

export async function whole(id) {
  const key = outKey();
  const pieces = [];
  for (const [[, place], sealed] of await stored(id)) pieces.push(await openBytes(key, sealed, place));
  const all = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

// {bytes, sha256}: what the service is told before it gets the content.
export async function measured(id) {
  const content = await whole(id);
  return { bytes: content.length, sha256: await fingerprint(content) };
}

export async function throwAway(id) {
  await change((await keysOf(id)).map((key) => ["parts", key, undefined]));
}
