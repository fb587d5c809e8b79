// Characters left. The page already says the limit; this keeps count while writing.
// Hook: <textarea data-hjemmebane-limit="2000"> and #<its id>_count beside it.

const FIELDS = "[data-hjemmebane-limit]";

function show(field) {
  const note = document.getElementById(`${field.id}_count`);
  if (!note) return;
  const left = Number(field.dataset.hjemmebaneLimit) - lengthAsSent(field.value);
  const figure = new Intl.NumberFormat("da-DK").format(Math.abs(left));
  note.textContent = left < 0 ? `${figure} tegn for meget` : `${figure} tegn tilbage`;
  note.toggleAttribute("data-over", left < 0);
}

// The server counts code points and sees each line break as two characters.
function lengthAsSent(text) {
  return [...text.replace(/\r?\n/g, "\r\n")].length;
}

// The reader hears the count when the writing pauses, not at every key.
const spoken = new Map();
function announce(field) {
  clearTimeout(spoken.get(field));
  spoken.set(field, setTimeout(() => show(field), 300));
}

document.addEventListener("input", (event) => {
  if (event.target.matches(FIELDS)) announce(event.target);
});
for (const field of document.querySelectorAll(FIELDS)) if (field.value) show(field);
