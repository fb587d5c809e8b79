// The page's own templates, filled in, and what is told above them. Texts are set as text, never
// as markup. Hooks in a template: data-felt="name" takes a text, data-felt-if="name" is shown only
// when there is one, data-felt-call="name" becomes a link that calls; buttons are name="do".

export const main = () => document.getElementById("indhold");

export function clone(name) {
  return document.getElementById(`felt-${name}`).content.cloneNode(true).firstElementChild;
}

export function fill(root, values) {
  for (const place of within(root, "[data-felt]")) {
    const name = place.dataset.felt;
    if (name in values) place.textContent = values[name] ?? "";
  }
  for (const place of within(root, "[data-felt-if]")) {
    const name = place.dataset.feltIf;
    if (name in values) place.hidden = !values[name];
  }
  for (const place of within(root, "[data-felt-call]")) {
    const number = values[place.dataset.feltCall];
    if (number) place.href = `tel:${number.replace(/[^\d+]/g, "")}`;
  }
  return root;
}

function within(root, selector) {
  const found = [...root.querySelectorAll(selector)];
  return root.matches(selector) ? [root, ...found] : found;
}

// What a button does; the button shows that it is at work, and one press is one.
export function when(root, name, work) {
  for (const button of within(root, `[name="do"][value="${name}"]`)) {
    button.addEventListener("click", async () => {
      if (button.getAttribute("aria-disabled") === "true") return;
      button.setAttribute("aria-disabled", "true");
      try {
        await work(button);
      } finally {
        button.removeAttribute("aria-disabled");
      }
    });
  }
}

export const button = (root, name) => root.querySelector(`[name="do"][value="${name}"]`);

export const hole = (root, name) => root.querySelector(`[data-felt-list="${name}"]`);

// Told above the page, read aloud, and scrolled to: what is told is no use out of sight.
export function say(text, tone = "info") {
  const region = document.getElementById("messages");
  region.replaceChildren(fill(clone(`told-${tone}`), { text }));
  region.scrollIntoView({ block: "nearest" });
}

export function hush() {
  document.getElementById("messages").replaceChildren();
}

export function show(page) {
  main().replaceChildren(page);
  window.scrollTo(0, 0);
  main().focus({ preventScroll: true });
}
