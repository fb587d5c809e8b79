// The voice notes and pictures of a visit: sealed as they come, listed in the form with a text of
// one's own beside each, and made items of their own when the visit is saved.
import { measured, addPiece, throwAway } from "../pieces.js";
import { KIND, smaller } from "../picture.js";
import { canRecord, isRecording, record, stop } from "../recorder.js";
import { DeviceFull } from "../store.js";
import { clone, fill, hole, say, when } from "../ui.js";
import { lengthOf } from "../words.js";
import { itemOf } from "../writing.js";

const NO_MICROPHONE = "Vi kan ikke høre dig lige nu. Giv lov til mikrofonen, eller skriv i stedet.";
const NO_PICTURE = "Billedet kan ikke læses. Tag et nyt, eller vælg et andet.";
const FULL = "Telefonen er fyldt, så resten kunne ikke gemmes. Det, der allerede er gemt, er der endnu.";
const VOICE = "VOICE";

let ending = null; // what stops the recording that runs, and notes its length

export async function stopAll() {
  await ending?.();
}

export function filesOf(form, draft, writing) {
  const list = hole(form, "files");
  const redraw = () => {
    list.replaceChildren(...draft.files.map((file) => fileRow(file, draft, redraw, writing)));
    fill(form, { recording: isRecording(), quiet: !isRecording() && canRecord() });
  };
  when(form, "record", () => startVoice(draft, redraw, writing));
  when(form, "stop-voice", stopAll);
  const camera = form.querySelector("[data-felt-camera]");
  camera.addEventListener("change", async () => {
    for (const file of camera.files) await addPicture(file, draft);
    camera.value = "";
    redraw();
    writing.changed();
    await writing.now();
  });
  redraw();
}

function fileRow(file, draft, redraw, writing) {
  const what = file.kind === VOICE ? "Optagelse" : "Billede";
  const row = fill(clone("file"), { what: file.seconds ? `${what}, ${lengthOf(file.seconds)}` : what });
  const field = row.querySelector("textarea");
  field.id = `id_text_${file.id}`;
  row.querySelector("label").htmlFor = field.id;
  field.value = file.text;
  field.addEventListener("input", () => { file.text = field.value; });
  when(row, "throw", async () => {
    draft.files = draft.files.filter((one) => one !== file);
    await throwAway(file.id);
    redraw();
    writing.changed();
    await writing.now();
  });
  return row;
}

async function startVoice(draft, redraw, writing) {
  await stopAll(); // one that broke off has not been put away yet
  const file = { id: crypto.randomUUID(), kind: VOICE, name: "optagelse", type: "", text: "", seconds: 0 };
  try {
    file.type = await record(file.id, (error) => say(error instanceof DeviceFull ? FULL : NO_MICROPHONE, "error"));
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    say(NO_MICROPHONE, "warning");
    return;
  }
  draft.files.push(file);
  ending = async () => {
    ending = null;
    file.seconds = await stop();
    redraw();
    writing.changed();
    await writing.now();
  };
  redraw();
  writing.changed();
  await writing.now();
}

async function addPicture(picture, draft) {
  const file = { id: crypto.randomUUID(), kind: "PICTURE", name: "billede.jpg", type: KIND, text: "", seconds: 0 };
  try {
    await addPiece(file.id, 0, await smaller(picture));
    draft.files.push(file);
  } catch (error) {
    if (error instanceof DeviceFull) say(FULL, "error");
    else if (error instanceof DOMException) say(NO_PICTURE, "error");
    else throw error;
  }
}

export async function listen(draft) {
  for (const file of draft.files) Object.assign(file, await measured(file.id));
}

// What was not heard at all is left out.
export async function itemsOfFiles(draft, visit) {
  return draft.files.filter((file) => file.bytes).map(({ id, kind, name, type, bytes, sha256, text, seconds }) => {
    const ending = type.split("/")[1] ?? "bin";
    const body = { contact: visit.id, kind, name: kind === VOICE ? `${name}.${ending}` : name, type, bytes, sha256, text, seconds: seconds || null };
    return itemOf("attachment", visit.citizen, body, id);
  });
}

export async function throwAll(draft) {
  await stopAll();
  for (const file of draft.files) await throwAway(file.id);
}
