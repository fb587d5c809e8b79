// Draws an appointment to another time of the calendar. The server decides: what it refuses goes
// back to where it was, and the page says why. The keyboard and the thumb use the link “Flyt”.

const GRID = "[data-hjemmebane-calendar]";
const WIDE = matchMedia("(min-width: 64em) and (pointer: fine)");
const QUARTER = 15;
const FAR_ENOUGH = 5;
const told = document.querySelector("[data-hjemmebane-told]");

let held = null;

function rowHeight(list) {
  return parseFloat(getComputedStyle(list).gridAutoRows);
}

function dayAt(x) {
  return [...document.querySelectorAll(`${GRID} [data-day]`)].find((day) => {
    const box = day.getBoundingClientRect();
    return x >= box.left && x < box.right;
  });
}

function two(number) {
  return String(number).padStart(2, "0");
}

// Danish time as it is written in the form: nothing here knows of time zones.
function momentAt(quarters) {
  const grid = document.querySelector(GRID);
  const minutes = Number(grid.dataset.firstHour) * 60 + quarters * QUARTER;
  return `T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

document.addEventListener("pointerdown", (event) => {
  const block = event.target.closest?.(`${GRID} [data-move]`);
  const isHandle = block && !event.target.closest("a, button");
  if (!isHandle || event.button !== 0 || !WIDE.matches) return;
  const list = block.parentElement;
  held = { block, list, x: event.clientX, y: event.clientY, height: rowHeight(list), moved: false };
  block.setPointerCapture(event.pointerId);
});

document.addEventListener("pointermove", (event) => {
  if (!held) return;
  const across = event.clientX - held.x;
  const down = event.clientY - held.y;
  if (!held.moved && Math.hypot(across, down) < FAR_ENOUGH) return;
  held.moved = true;
  held.block.classList.add("hb-slot-held");
  held.block.style.transform = `translate(${across}px, ${down}px)`;
});

function letGo() {
  const { block } = held;
  block.classList.remove("hb-slot-held");
  block.style.transform = "";
  held = null;
}

document.addEventListener("pointercancel", () => {
  if (held) letGo();
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && held) letGo();
});

document.addEventListener("pointerup", async (event) => {
  if (!held) return;
  if (!held.moved) return letGo();
  const { block, height } = held;
  const day = dayAt(event.clientX);
  const steps = Math.round((event.clientY - held.y) / height);
  const hours = Number(document.querySelector(GRID).dataset.hours);
  const at = Math.min(Math.max(Number(block.dataset.at) + steps, 0), hours * 4 - 1);
  if (!day) return letGo();
  const start = `${day.dataset.day}${momentAt(at)}`;
  if (start === block.dataset.start) return letGo();
  block.setAttribute("aria-busy", "true");
  const reason = await move(block, start);
  block.removeAttribute("aria-busy");
  if (held) letGo();
  if (reason === null) return location.reload();
  tell(block, start, reason);
});

// Null when it was moved; else why not.
async function move(block, start) {
  const page = await fetch(block.dataset.move).catch(() => null);
  if (!page?.ok) return "Der er ikke forbindelse til serveren.";
  const form = parsed(await page.text()).querySelector("main form");
  const sent = new FormData(form);
  sent.set("starts_at", start);
  sent.set("version", block.dataset.version);
  const answer = await fetch(block.dataset.move, {
    method: "POST",
    body: new URLSearchParams(sent),
    redirect: "manual", // what it says is shown by the page that is loaded anew
  }).catch(() => null);
  if (!answer) return "Der er ikke forbindelse til serveren.";
  if (answer.type === "opaqueredirect") return null;
  const why = parsed(await answer.text());
  const sentences = why.querySelectorAll("[data-hjemmebane-focus] li, [data-hjemmebane-errors] li");
  const reasons = [...sentences].map((one) => one.textContent.trim()).join(" ");
  return reasons || "En anden har ændret den imens.";
}

function parsed(html) {
  return new DOMParser().parseFromString(html, "text/html");
}

function tell(block, start, reason) {
  const door = document.createElement("a");
  door.href = `${block.dataset.move}?${new URLSearchParams({ start })}`;
  door.textContent = "Åbn, og se efter";
  told.replaceChildren(`Aftalen er ikke flyttet. ${reason} `, door);
}
