// One citizen: how to reach them, what is agreed, what happened last, and what can be written down.
import { day } from "../day.js";
import { isOpen } from "../lock.js";
import { phone } from "../phone.js";
import { go } from "../routes.js";
import { comeIn } from "../sync.js";
import { complain, one, read } from "../forms.js";
import { clone, fill, hole, say, show, when } from "../ui.js";
import { dayName } from "../words.js";
import { ask } from "../wire.js";

// Protected addresses that have been shown: in memory, until the phone is locked.
const shown = new Map();

export const forgetShown = () => shown.clear();

export async function citizenPage({ citizen }) {
  const known = (await day())?.citizens.find((one) => one.id === citizen);
  if (!known) return go("today");
  const page = clone("citizen");
  fillCitizen(page, known);
  const tasks = known.tasks ?? [];
  fill(page, { anyTask: tasks.length > 0 });
  hole(page, "tasks").replaceChildren(...tasks.map((task) => taskRow(task, known)));
  for (const name of ["visit", "attempt", "light"]) when(page, name, () => go(name, { citizen }));
  show(page);
}

export function fillCitizen(place, citizen) {
  const known = citizen ?? { name: "Borgeren er ikke hentet endnu" };
  const address = shown.get(known.id) ?? known.address;
  const agreed = known.agreement ?? {};
  fill(place, {
    name: known.name, phone: known.phone, anyPhone: Boolean(known.phone),
    address, anyAddress: Boolean(address), isHidden: Boolean(known.protected && !shown.has(known.id)),
    ways: agreed.ways, times: agreed.times, withdrawn: agreed.withdrawn,
    anyWays: Boolean(agreed.ways), anyTimes: Boolean(agreed.times), anyWithdrawn: Boolean(agreed.withdrawn),
    mostPeople: agreed.most_people && `Højst ${agreed.most_people} forskellige fra teamet`, anyMost: Boolean(agreed.most_people),
    anyAgreement: Boolean(agreed.ways || agreed.times || agreed.withdrawn || agreed.most_people),
    anySummary: Boolean(known.summaries?.length),
  });
  hole(place, "summaries").replaceChildren(...(known.summaries ?? []).map(summaryRow));
  const form = place.querySelector("form[data-felt-reveal]");
  form?.addEventListener("submit", (event) => {
    event.preventDefault();
    return reveal(place, form, known);
  });
}

function summaryRow({ on, kind, text }) {
  return fill(clone("summary"), { when: `${dayName(Date.parse(on))} – ${kind}`, text });
}

async function reveal(place, form, citizen) {
  const reason = one(read(form), "reason").trim();
  if (!complain(form, reason ? {} : { reason: "Skriv kort, hvorfor du skal bruge adressen." })) return;
  const problem = await comeIn();
  const { device } = await phone();
  const json = { citizen: citizen.id, reason };
  const answer = problem ? null : await ask("POST", "/felt/adresse/", { json, device });
  if (!isOpen()) return;
  if (answer?.status === 200 && typeof answer.data?.address === "string") {
    shown.set(citizen.id, answer.data.address);
    fill(place, { address: answer.data.address, anyAddress: true, isHidden: false });
  } else if (problem === "login") {
    say("Log ind for at se adressen. Den gemmes ikke på telefonen.", "warning");
  } else {
    say(answer?.data?.reason ?? "Adressen kan kun ses, når der er netværk. Den gemmes ikke på telefonen.", "warning");
  }
}

function taskRow(task, citizen) {
  const row = fill(clone("task-row"), {
    what: task.what, due: task.due_on && `Senest ${dayName(Date.parse(task.due_on)).toLowerCase()}`, anyDue: Boolean(task.due_on),
  });
  when(row, "task", () => go("task", { citizen: citizen.id, task: task.id }));
  return row;
}
