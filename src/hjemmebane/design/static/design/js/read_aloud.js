// A part of a page is read aloud in Danish, sentence by sentence, and what is spoken is marked.
// Hooks: [data-hjemmebane-read] is a part; in it a hidden button [data-hjemmebane-listen], shown
// here because it does nothing without a script; [data-hjemmebane-silent] is never read, and a form
// only where it is [data-hjemmebane-heard]: a question with its answers;
// #read-aloud tells why a device cannot.

const LANGUAGE = "da-DK";
const VOICES_WITHIN = 1500; // milliseconds; some browsers find their voices only when asked
const SILENT = "button, form:not([data-hjemmebane-heard]), nav, audio, video, script, style, .sr-only, .hb-heard, [data-hjemmebane-silent], [role=status]";
const LINE = "p, li, h1, h2, h3, h4, dt, dd, label, blockquote, figcaption, summary, td, th, div, section";
const NO_VOICE =
  "Din telefon kan ikke læse højt på dansk endnu. Bed en fra dit team om hjælp til det.";
const MARK = "hb-spoken";

let reading = null; // the button of the part that is read now

// Told where somebody pressed, so that it is seen.
function tell(text, part) {
  const note = document.getElementById("read-aloud");
  if (!note) return;
  if (text) part.append(note);
  note.textContent = text;
  note.hidden = !text;
}

// The voices may come a moment after they are asked for.
function danishVoice() {
  const found = () =>
    speechSynthesis.getVoices().find((voice) => /^da([-_]|$)/i.test(voice.lang)) ?? null;
  if (speechSynthesis.getVoices().length) return Promise.resolve(found());
  return new Promise((resolve) => {
    const done = () => resolve(found());
    speechSynthesis.addEventListener?.("voiceschanged", done, { once: true });
    setTimeout(done, VOICES_WITHIN);
  });
}

function isShown(node) {
  const element = node.parentElement;
  return !element.closest(SILENT) && element.checkVisibility({ visibilityProperty: true });
}

// The text nodes that can be seen, in groups: one for each line.
function lines(part) {
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  const groups = new Map();
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (!node.data.trim() || !isShown(node)) continue;
    const line = node.parentElement.closest(LINE) ?? part;
    if (!groups.has(line)) groups.set(line, []);
    groups.get(line).push(node);
  }
  return groups;
}

function cut(text) {
  if ("Segmenter" in Intl) {
    const segments = new Intl.Segmenter(LANGUAGE, { granularity: "sentence" }).segment(text);
    return [...segments].map(({ index, segment }) => [index, segment]);
  }
  return [...text.matchAll(/[^.!?]+[.!?]*\s*/g)].map((match) => [match.index, match[0]]);
}

// Where a place in a line's text is: in which node, and how far in.
function placeOf(nodes, offset) {
  let left = offset;
  for (const node of nodes) {
    if (left <= node.data.length) return [node, left];
    left -= node.data.length;
  }
  const last = nodes.at(-1);
  return [last, last.data.length];
}

function rangeOf(nodes, start, end) {
  const range = document.createRange();
  range.setStart(...placeOf(nodes, start));
  range.setEnd(...placeOf(nodes, end));
  return range;
}

function sentences(part) {
  const found = [];
  for (const [line, nodes] of lines(part)) {
    const text = nodes.map((node) => node.data).join("");
    for (const [index, sentence] of cut(text)) {
      const spoken = sentence.replace(/\s+/g, " ").trim();
      if (!spoken) continue;
      found.push({ text: spoken, line, range: rangeOf(nodes, index, index + sentence.length) });
    }
  }
  return found;
}

function mark(sentence) {
  if (globalThis.CSS?.highlights) CSS.highlights.set(MARK, new Highlight(sentence.range));
  else sentence.line.classList.add(MARK);
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  sentence.line.scrollIntoView({ block: "nearest", behavior: calm ? "auto" : "smooth" });
}

function unmark() {
  globalThis.CSS?.highlights?.delete(MARK);
  for (const line of document.querySelectorAll(`.${MARK}`)) line.classList.remove(MARK);
}

function show(button, isReading) {
  button.classList.toggle("hb-my-on", isReading);
  button.querySelector("[data-hjemmebane-label]").textContent = isReading ? "Stop" : "Læs højt";
}

function stop() {
  if (!reading) return;
  show(reading, false);
  reading = null;
  speechSynthesis.cancel();
  unmark();
}

function speak(button, left, voice) {
  if (reading !== button) return;
  unmark();
  const [sentence, ...rest] = left;
  if (!sentence) {
    stop();
    return;
  }
  const utterance = new SpeechSynthesisUtterance(sentence.text);
  utterance.lang = LANGUAGE;
  utterance.voice = voice;
  utterance.onend = () => speak(button, rest, voice);
  utterance.onerror = () => {
    if (reading === button) stop();
  };
  mark(sentence);
  speechSynthesis.speak(utterance);
}

async function read(button) {
  const part = button.closest("[data-hjemmebane-read]");
  tell("");
  if (!("speechSynthesis" in window)) {
    tell(NO_VOICE, part);
    return;
  }
  stop();
  reading = button;
  show(button, true);
  const voice = await danishVoice();
  if (reading !== button) return; // stopped while the voices were looked for
  if (!voice) {
    stop();
    tell(NO_VOICE, part);
    return;
  }
  speak(button, sentences(part), voice);
}

for (const button of document.querySelectorAll("[data-hjemmebane-listen]")) button.hidden = false;

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-hjemmebane-listen]");
  if (!button) return;
  if (reading === button) stop();
  else read(button);
});

window.addEventListener("pagehide", stop);
