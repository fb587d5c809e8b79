// When a request fails the reader is told, and nothing that was typed is touched.
// A region that asks for news by itself (data-hjemmebane-live) is told about once, until it is
// answered again, and it takes no other sentence away.

const SENTENCES = {
  400: "Anmodningen kunne ikke læses. Det, du har skrevet, står her endnu. Genindlæs siden i en ny fane, hvis det sker igen.",
  401: "Du er blevet logget ud. Det, du har skrevet, står her endnu: log ind i en ny fane, og prøv så igen her.",
  403: "Det har du ikke adgang til, eller også er du blevet logget ud. Det, du har skrevet, står her endnu: log ind i en ny fane, og prøv så igen her.",
  404: "Det findes ikke længere, eller du har ikke adgang til det. Det, du har skrevet, står her endnu.",
  413: "Det, du sender, fylder for meget. Gør filen eller teksten mindre, og prøv igen.",
  429: "Der er prøvet for mange gange på kort tid. Vent et øjeblik, og prøv igen.",
};
const SERVER = "Noget gik galt hos os, og intet er gemt. Det, du har skrevet, står her endnu. Prøv igen om lidt.";
const OFFLINE = "Der er ingen forbindelse, så intet er sendt. Det, du har skrevet, står her endnu. Prøv igen, når du har dækning.";

function tell(sentence) {
  const region = document.querySelector("#messages");
  const template = document.querySelector("#failure-message");
  if (!region || !template) return;
  const alert = template.content.firstElementChild.cloneNode(true);
  alert.querySelector("[data-hjemmebane-text]").textContent = sentence;
  region.replaceChildren(alert);
  region.scrollIntoView({ block: "center" });
}

function clear() {
  document.querySelector("#messages [data-hjemmebane-failure]")?.remove();
}

function isLive(event) {
  return event.target.matches("[data-hjemmebane-live]");
}

// Whether what stands there was told about a region that asks by itself.
let live = false;

function fail(event, sentence) {
  if (isLive(event) && live) return;
  live = isLive(event);
  tell(sentence);
}

document.addEventListener("htmx:responseError", (event) => {
  fail(event, SENTENCES[event.detail.xhr.status] ?? SERVER);
});
document.addEventListener("htmx:sendError", (event) => fail(event, OFFLINE));
document.addEventListener("htmx:timeout", (event) => fail(event, OFFLINE));
document.addEventListener("htmx:beforeRequest", (event) => {
  if (!isLive(event)) clear();
});
document.addEventListener("htmx:afterOnLoad", (event) => {
  if (!isLive(event) || !live || event.detail.xhr.status >= 400) return;
  live = false;
  clear();
});
