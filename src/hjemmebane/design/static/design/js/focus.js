// Where the reader stands after something changed: on the error summary, on the element that asks
// for it, or on the region that was swapped from under them. The title says when there are errors.

const SUMMARY = "[data-hjemmebane-errors]";
const WANTED = "[data-hjemmebane-focus]";
const PREFIX = "Fejl: ";

function focusOn(element) {
  if (!element.matches("a[href], button, input, select, textarea, summary, [tabindex]")) {
    element.setAttribute("tabindex", "-1");
  }
  element.focus({ preventScroll: false });
}

function markTitle() {
  const plain = document.title.startsWith(PREFIX)
    ? document.title.slice(PREFIX.length)
    : document.title;
  document.title = document.querySelector(SUMMARY) ? PREFIX + plain : plain;
}

function within(root, selector) {
  return root.matches?.(selector) ? root : root.querySelector?.(selector);
}

const first = document.querySelector(SUMMARY) ?? document.querySelector(WANTED);
if (first) focusOn(first);

// The region that took the focus away with it.
let lost = null;

for (const name of ["htmx:beforeSwap", "htmx:oobBeforeSwap"]) {
  document.addEventListener(name, (event) => {
    const region = event.detail.target;
    if (region?.contains(document.activeElement)) lost = { id: region.id };
  });
}

document.addEventListener("htmx:afterSettle", (event) => {
  const region = event.detail.elt;
  markTitle();
  const wanted = within(region, SUMMARY) ?? within(region, WANTED);
  if (wanted) focusOn(wanted);
  else if (lost && document.activeElement === document.body) {
    focusOn(document.getElementById(lost.id) ?? region);
  }
  lost = null;
});
