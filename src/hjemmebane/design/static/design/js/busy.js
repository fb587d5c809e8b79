// One submit, one request. A form being sent is marked aria-busy and refuses to be sent again;
// its buttons stay in the tab order so that focus is not lost.

function setBusy(form, busy) {
  if (busy) form.setAttribute("aria-busy", "true");
  else form.removeAttribute("aria-busy");
  for (const button of form.querySelectorAll("button[type=submit]")) {
    if (busy) button.setAttribute("aria-disabled", "true");
    else button.removeAttribute("aria-disabled");
  }
}

function isBusy(form) {
  return form.getAttribute("aria-busy") === "true";
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented) return; // htmx sends it; see below
  if (isBusy(form)) {
    event.preventDefault();
    return;
  }
  if (form.target !== "_blank") setBusy(form, true);
});

// Only what sends a form counts: a field that asks for suggestions may do so while typing.
function sent(event) {
  return event.target.matches("form, button") ? event.target.closest("form") : null;
}

// Stopped here, because htmx would otherwise keep the second sending until the first is done.
document.addEventListener("htmx:confirm", (event) => {
  const form = sent(event);
  if (form && isBusy(form)) event.preventDefault();
});

document.addEventListener("htmx:beforeRequest", (event) => {
  const form = sent(event);
  if (form) setBusy(form, true);
});

document.addEventListener("htmx:afterRequest", (event) => {
  const form = sent(event);
  if (form) setBusy(form, false);
});

// A page taken back from the browser's history must not stay locked.
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[aria-busy]")) setBusy(form, false);
});
