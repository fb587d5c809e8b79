// Leaving a page with something typed and not sent asks first.
// Hook: <form data-hjemmebane-unsaved>

const FORMS = "form[data-hjemmebane-unsaved]";
const changed = new WeakSet();

document.addEventListener("input", (event) => {
  const form = event.target.closest(FORMS);
  if (form) changed.add(form);
});

document.addEventListener("submit", (event) => {
  if (!event.defaultPrevented) changed.delete(event.target);
});

document.addEventListener("htmx:afterRequest", (event) => {
  const form = event.target.closest(FORMS);
  if (form && event.detail.successful) changed.delete(form);
});

// A form that comes back with errors still holds what was typed, whichever way it came.
function markReturned(root) {
  for (const form of document.querySelectorAll(FORMS)) {
    if (root.contains(form) && form.querySelector("[aria-invalid=true]")) changed.add(form);
  }
}

markReturned(document);
document.addEventListener("htmx:afterSettle", (event) => markReturned(event.detail.elt));

window.addEventListener("beforeunload", (event) => {
  const unsent = [...document.querySelectorAll(FORMS)].some((form) => changed.has(form));
  if (unsent) event.preventDefault();
});
