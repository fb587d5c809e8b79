// Speaking instead of writing. What the microphone hears is sealed and put away every few seconds.
import { addPiece } from "./pieces.js";

const EVERY = 3_000;
const BITS = 32_000; // speech: an hour is about 14 MB
const LONGEST = 60 * 60 * 1000;
const KINDS = ["audio/webm;codecs=opus", "audio/mp4", "audio/ogg"];

export const canRecord = () => "MediaRecorder" in window && Boolean(navigator.mediaDevices);

let current = null;

// One that broke off hears nothing more, and keeps no phone from locking.
export const isRecording = () => current?.recorder.state === "recording";

// Answers the kind of sound. `broke` is told when a piece could not be put away.
export async function record(id, broke) {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  const kind = KINDS.find((one) => MediaRecorder.isTypeSupported(one));
  const recorder = new MediaRecorder(stream, { mimeType: kind, audioBitsPerSecond: BITS });
  let number = 0;
  let put = Promise.resolve();
  const keep = async (piece) => {
    const bytes = new Uint8Array(await piece.arrayBuffer());
    if (bytes.length) await addPiece(id, number++, bytes);
  };
  recorder.addEventListener("dataavailable", ({ data }) => {
    put = put.then(() => keep(data)).catch((error) => {
      if (recorder.state === "recording") recorder.stop();
      broke(error);
    });
  });
  const stopped = new Promise((resolve) => recorder.addEventListener("stop", resolve));
  const end = setTimeout(() => void stop(), LONGEST);
  current = { recorder, began: Date.now(), done: async () => {
    clearTimeout(end);
    await stopped;
    await put;
    for (const track of stream.getTracks()) track.stop();
  } };
  recorder.start(EVERY);
  return recorder.mimeType.split(";")[0];
}

// Answers how many seconds were heard, once the last of them is put away.
export async function stop() {
  if (!current) return 0;
  const { recorder, began, done } = current;
  if (recorder.state !== "inactive") recorder.stop();
  await done();
  current = null;
  return Math.max(1, Math.round((Date.now() - began) / 1000));
}
