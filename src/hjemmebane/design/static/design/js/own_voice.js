// Speaking instead of writing: a recording made here is put into the form's own file field.
// Hooks: [data-hjemmebane-recorder] holds a file field, a hidden button [data-hjemmebane-record]
// and a [data-hjemmebane-told], where what happens is told. [data-hjemmebane-file] around the field
// is put away where one can speak at once, and comes back when the microphone is not there. A file that is larger than the field's
// data-hjemmebane-most (bytes) is left out before it is sent: what was written stays. The box may say
// for how many minutes one may speak (data-hjemmebane-minutes); an input named seconds in it is told
// how long it took.

const MINUTE = 60 * 1000; // milliseconds
const LONGEST = 3; // minutes; fits well within what may be sent
const BITS_PER_SECOND = 48_000; // clear speech; an hour is about 20 MB
const MEGABYTE = 1024 * 1024;
const KINDS = ["audio/mp4", "audio/webm", "audio/ogg"];
const RECORD = "Tryk, og tal";
const STOP = "Stop – jeg er færdig";
const NO_MICROPHONE = "Vi kan ikke høre dig lige nu. Giv lov til mikrofonen, eller skriv i stedet.";
const RECORDING = "Vi lytter. Tal, som du plejer.";
const tooLargeFor = (most) =>
  `Filen er for stor. Den må højst fylde ${Math.floor(most / MEGABYTE)} MB. Det, du har skrevet, står her endnu.`;

let recorder = null;

function tell(box, text) {
  box.querySelector("[data-hjemmebane-told]").textContent = text;
}

function label(button, text) {
  button.querySelector("[data-hjemmebane-label]").textContent = text;
}

function offerFile(box, isOffered) {
  const place = box.querySelector("[data-hjemmebane-file]");
  const isWrong = place?.querySelector("[aria-invalid=true]");
  if (place) place.hidden = !isOffered && !isWrong;
}

function put(box, file) {
  const chosen = new DataTransfer();
  chosen.items.add(file);
  const field = box.querySelector("input[type=file]");
  field.files = chosen.files;
  field.dispatchEvent(new Event("change", { bubbles: true }));
}

function saidOnSubmit(box) {
  return box.closest("form")?.querySelector("button[type=submit]")?.textContent.trim() ?? "Send";
}

function keep(box, button, parts, began, kind) {
  const seconds = Math.max(1, Math.round((Date.now() - began) / 1000));
  const ending = kind.split("/")[1].split(";")[0];
  put(box, new File(parts, `min-stemme.${ending}`, { type: kind }));
  label(button, "Tal igen");
  const field = box.querySelector("input[type=file]");
  if (!field.files.length) return;
  const counted = box.querySelector("input[name$=seconds]");
  if (counted) counted.value = seconds;
  tell(box, `Vi har hørt dig (${seconds} sek.). Tryk nu på ${saidOnSubmit(box)}.`);
}

async function record(box, button) {
  let stream;
  try {
    stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  } catch {
    offerFile(box, true);
    tell(box, NO_MICROPHONE); // refused, or there is none: writing is always possible
    return;
  }
  const kind = KINDS.find((one) => MediaRecorder.isTypeSupported(one));
  recorder = new MediaRecorder(stream, {
    audioBitsPerSecond: BITS_PER_SECOND,
    ...(kind && { mimeType: kind }),
  });
  const parts = [];
  const began = Date.now();
  const end = setTimeout(
    () => recorder?.stop(),
    Number(box.dataset.hjemmebaneMinutes ?? LONGEST) * MINUTE,
  );
  recorder.addEventListener("dataavailable", (event) => parts.push(event.data));
  recorder.addEventListener("stop", () => {
    clearTimeout(end);
    for (const track of stream.getTracks()) track.stop();
    keep(box, button, parts, began, recorder.mimeType || "audio/webm");
    recorder = null;
  });
  recorder.start();
  label(button, STOP);
  tell(box, RECORDING);
}

const canRecord = "MediaRecorder" in window && Boolean(navigator.mediaDevices);
for (const box of document.querySelectorAll("[data-hjemmebane-recorder]")) {
  const button = box.querySelector("[data-hjemmebane-record]");
  if (!canRecord || !button) continue;
  label(button, RECORD);
  offerFile(box, false);
  button.hidden = false;
  button.addEventListener("click", () => (recorder ? recorder.stop() : record(box, button)));
}

document.addEventListener("change", (event) => {
  const field = event.target;
  const most = Number(field.dataset?.hjemmebaneMost ?? 0);
  const box = field.closest("[data-hjemmebane-recorder]");
  if (!most || !box) return;
  const tooLarge = [...field.files].some((file) => file.size > most);
  const counted = box.querySelector("input[name$=seconds]");
  if (counted) counted.value = ""; // of a file somebody chose nobody has counted them
  if (tooLarge) field.value = "";
  tell(box, tooLarge ? tooLargeFor(most) : "");
});
