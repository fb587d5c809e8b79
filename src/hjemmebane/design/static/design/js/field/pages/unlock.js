// The two pages that are shown to anybody: open the phone, and choose a PIN for it. They tell
// nothing of whose it is, and only how many things wait.
import { isKnown, setUp, TRIES, unlock, unsent } from "../lock.js";
import { complain, one, read } from "../forms.js";
import { wrongWith } from "../pin.js";
import { button, clone, fill, say, show, when } from "../ui.js";

const GONE = "Det, der var hentet på telefonen, er slettet efter for mange forkerte koder. "
  + "Det, du ikke har fået sendt, ligger her stadig og kan kun åbnes med den rigtige kode. "
  + "Når den er skrevet, og du er logget ind, kan du hente dagen igen.";

export async function lockedPage(opened) {
  if (await isKnown()) await unlockPage(opened);
  else setUpPage(opened);
}

async function unlockPage(opened) {
  const page = clone("unlock");
  const waiting = await unsent();
  fill(page, { waiting: waiting === 1 ? "1 ting venter på at blive sendt." : `${waiting} ting venter på at blive sendt.`, anyWaiting: waiting > 0 });
  const form = page.querySelector("form");
  let isTrying = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (isTrying) return;
    const pin = one(read(form), "pin");
    if (!complain(form, pin ? {} : { pin: "Skriv din kode." })) return;
    isTrying = true;
    form.setAttribute("aria-busy", "true");
    const answer = await unlock(pin);
    form.removeAttribute("aria-busy");
    isTrying = false;
    form.reset();
    if (answer.isRight) await opened();
    else refuse(form, answer.left);
  });
  when(page, "set-up", () => setUpPage(opened));
  show(page);
  form.querySelector("input").focus();
}

function refuse(form, left) {
  complain(form, { pin: "Koden er ikke den rigtige. Prøv igen." });
  if (!left) say(GONE, "error");
  else if (left < TRIES - 1) say(`Koden er ikke den rigtige. Efter ${left} forkerte mere slettes det, der er hentet. Det usendte bliver.`, "warning");
}

function setUpPage(opened) {
  const page = clone("set-up");
  const form = page.querySelector("form");
  let isMaking = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const typed = read(form);
    const wrong = {};
    const reason = wrongWith(one(typed, "pin"));
    if (reason) wrong.pin = reason;
    else if (one(typed, "pin") !== one(typed, "again")) wrong.again = "De to koder er ikke ens. Skriv den samme igen.";
    if (isMaking || !complain(form, wrong)) return;
    isMaking = true;
    button(form, "make")?.setAttribute("aria-disabled", "true");
    await setUp(one(typed, "pin"));
    form.reset();
    await opened();
  });
  show(page);
}
