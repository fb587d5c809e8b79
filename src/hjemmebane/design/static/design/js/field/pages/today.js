// Whom I see today and the next days, and everybody else I carry with me.
import { count } from "../counting.js";
import { day } from "../day.js";
import { drafts } from "../drafts.js";
import { go } from "../routes.js";
import { clone, fill, hole, show, when } from "../ui.js";
import { dayKeyOf, dayName, timeOf, whenOf } from "../words.js";
import { fillCitizen } from "./citizen.js";

export async function todayPage({ fetchNow, install }) {
  const today = await day();
  const page = clone(today ? "today" : "no-day");
  when(page, "fetch", fetchNow);
  await count();
  if (!today) return show(page);
  fill(page, { fetched: `Hentet ${whenOf(today.made_at).toLowerCase()}` });
  hole(page, "days").replaceChildren(...daysOf(today));
  const begun = await drafts();
  hole(page, "drafts").replaceChildren(...begun.map((draft) => draftRow(draft, today)));
  fill(page, { anyDraft: begun.length > 0 });
  const others = today.citizens;
  hole(page, "citizens").replaceChildren(...others.map(citizenRow));
  fill(page, { anyCitizen: others.length > 0 });
  install(page);
  show(page);
}

function daysOf(today) {
  const planned = [...today.appointments].sort((a, b) => a.starts_at.localeCompare(b.starts_at));
  const groups = Map.groupBy ? Map.groupBy(planned, (one) => dayKeyOf(one.starts_at)) : grouped(planned);
  const first = dayKeyOf(Date.now());
  if (!groups.has(first)) groups.set(first, []);
  return [...groups].sort(([a], [b]) => a.localeCompare(b)).map(([key, own]) => dayBlock(key, own, today));
}

function grouped(planned) {
  const groups = new Map();
  for (const one of planned) {
    const key = dayKeyOf(one.starts_at);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return groups;
}

function dayBlock(key, own, today) {
  const block = clone("day");
  fill(block, { day: dayName(Date.parse(`${key}T10:00:00Z`)), none: own.length === 0 });
  hole(block, "appointments").replaceChildren(...own.map((one) => appointmentCard(one, today)));
  return block;
}

function appointmentCard(appointment, today) {
  const citizen = today.citizens.find((one) => one.id === appointment.citizen);
  const card = clone("appointment");
  const ends = appointment.ends_at ? `–${timeOf(appointment.ends_at)}` : "";
  const hours = `${timeOf(appointment.starts_at)}${ends}`;
  const company = (appointment.with ?? []).join(", ");
  fill(card, {
    hours, what: appointment.what, place: appointment.place, company: company && `Sammen med ${company}`,
    anyPlace: Boolean(appointment.place), anyCompany: Boolean(company),
  });
  fillCitizen(card, citizen);
  const about = { citizen: citizen?.id, appointment: appointment.id };
  for (const [name, page] of Object.entries({ visit: "visit", attempt: "attempt", light: "light", citizen: "citizen" })) {
    when(card, name, () => go(page, about));
  }
  return card;
}

function citizenRow(citizen) {
  const row = fill(clone("citizen-row"), { name: citizen.name });
  when(row, "citizen", () => go("citizen", { citizen: citizen.id }));
  return row;
}

function draftRow(draft, today) {
  const citizen = today.citizens.find((one) => one.id === draft.citizen.id) ?? draft.citizen;
  const row = fill(clone("draft-row"), { name: citizen.name });
  const about = { citizen: citizen.id, appointment: draft.appointment, item: draft.item };
  when(row, "open", () => go(draft.form, about));
  return row;
}
