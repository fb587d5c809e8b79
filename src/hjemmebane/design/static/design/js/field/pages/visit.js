// Log a visit or an attempt: what came of it first, then only what that asks for.
import { many, complain, offer, one, read, whole } from "../forms.js";
import { phone } from "../phone.js";
import { find } from "../outbox.js";
import { clone, fill, hole, say, show, when } from "../ui.js";
import { localOf, momentOf, timeOf } from "../words.js";
import { begin, itemOf, keepWriting, knownOf, offerDrop, save } from "../writing.js";
import { filesOf, itemsOfFiles, listen, stopAll, throwAll } from "./files.js";

const MET = "MET";
const LONGEST_DAY = 24 * 60;

export const visitPage = (about) => open("visit", about);
export const attemptPage = (about) => open("attempt", about);

async function open(name, about) {
  const { today, citizen: carried, appointment } = await knownOf(about);
  const item = about.item ? await find(about.item) : null;
  const citizen = carried ?? item?.citizen ?? { id: about.citizen, name: about.name ?? "" };
  const page = fill(clone("visit"), { title: name === "attempt" ? "Log forsøg" : "Log besøg", name: citizen.name });
  const form = page.querySelector("form");
  const me = await phone();
  const mates = (today?.colleagues ?? []).filter((mate) => mate.id !== me.staff);
  const crew = [{ value: me.staff, label: "Mig" }, ...mates.map(({ id, name: label }) => ({ value: id, label }))];
  offer(hole(form, "staff"), "staff", crew.filter((one) => one.value));
  hole(form, "steps").replaceChildren(...(citizen.steps ?? []).map(stepField));
  const first = item ? fieldsOfItem(item) : firstFields(me, appointment);
  const draft = await begin(form, name, { ...about, citizen }, first);
  const writing = keepWriting(form, draft, stopAll);
  filesOf(form, draft, writing);
  begun(form, { appointment, templates: today?.templates ?? [], writing, isAttempt: name === "attempt", citizen });
  if (draft.isKept) say("Du var i gang. Det, du skrev, står her endnu.");
  offerDrop(page, draft, writing, () => throwAll(draft));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    await saveVisit(form, { draft, writing, citizen, item });
  });
  show(page);
}

function firstFields(me, appointment) {
  const now = Date.now();
  const planned = appointment && Date.parse(appointment.starts_at);
  const fields = { started_at: [localOf(planned && planned < now ? planned : now)], initiated_by: ["TEAM"] };
  if (me.staff) fields.staff = [me.staff];
  if (appointment?.place_code) fields.place = [appointment.place_code];
  if (appointment) fields.kind = [appointment.kind ?? "VISIT"]; // not told in an older day
  return fields;
}

// A refused item, back in the form.
function fieldsOfItem({ body }) {
  const fields = { started_at: [localOf(body.started_at)], staff: body.staff, minutes: body.direct_minutes ? [String(body.direct_minutes)] : [], travel: body.travel_minutes ? [String(body.travel_minutes)] : [] };
  for (const name of ["kind", "place", "outcome", "initiated_by", "accompanied_to", "note", "mood"]) fields[name] = [body[name]];
  if (body.is_acute) fields.is_acute = ["on"];
  for (const [id, progress] of Object.entries(body.sub_goals)) fields[`step_${id}`] = [progress];
  return fields;
}

function stepField({ id, what }) {
  const field = fill(clone("step"), { what });
  const select = field.querySelector("select");
  select.name = `step_${id}`;
  select.id = `id_step_${id}`;
  field.querySelector("label").htmlFor = select.id;
  return field;
}

function begun(form, { appointment, templates, writing, isAttempt, citizen }) {
  const shape = () => {
    const typed = read(form);
    const isMet = one(typed, "outcome") === MET;
    const isChosen = Boolean(one(typed, "outcome"));
    fill(form, { isMet, timer: one(typed, "timer") && `Begyndt kl. ${timeOf(Number(one(typed, "timer")))}`, isTimed: Boolean(one(typed, "timer")), isUntimed: !one(typed, "timer"), anyStep: isMet && Boolean(citizen.steps?.length), isChosen });
  };
  form.addEventListener("change", shape);
  if (isAttempt) form.querySelector(`[name="outcome"][value="${MET}"]`)?.closest("label").remove();
  minutes(form, appointment, () => { shape(); writing.changed(); });
  const offers = templates.map((template) => {
    const button = fill(clone("template"), { name: template.name });
    when(button, "template", () => useTemplate(form, template, () => { shape(); writing.changed(); }));
    return button;
  });
  hole(form, "templates").replaceChildren(...offers);
  fill(form, { anyTemplate: offers.length > 0 });
  shape();
}

// Never more words lost for a template: its note goes under what is written.
function useTemplate(form, { kind, place, note, minutes }, changed) {
  for (const [name, value] of Object.entries({ kind, place })) {
    const tick = value && form.querySelector(`[name="${name}"][value="${value}"]`);
    if (tick) tick.checked = true;
  }
  if (minutes && !form.elements.minutes.value) form.elements.minutes.value = String(minutes);
  const field = form.elements.note;
  if (note && !field.value.includes(note)) field.value = field.value ? `${field.value}\n${note}` : note;
  changed();
}

// From start and stop, from the appointment, or typed: never assumed.
function minutes(form, appointment, changed) {
  const field = form.elements.minutes;
  const length = appointment && Math.round((Date.parse(appointment.ends_at) - Date.parse(appointment.starts_at)) / 60_000);
  fill(form, { planned: length && `Som aftalt: ${length} min.`, anyPlanned: Boolean(length) });
  when(form, "planned", () => { field.value = String(length); changed(); });
  when(form, "start", () => {
    form.elements.timer.value = String(Date.now());
    form.elements.started_at.value = localOf(Date.now());
    changed();
  });
  when(form, "stop", () => {
    const gone = Math.round((Date.now() - Number(form.elements.timer.value)) / 60_000);
    field.value = String(Math.max(1, gone));
    form.elements.timer.value = "";
    changed();
  });
}

function wrongIn(typed, form) {
  const wrong = {};
  const needs = { outcome: "Vælg, hvad der kom ud af det.", place: "Vælg, hvor det var.", kind: "Vælg, hvad det var." };
  for (const [name, sentence] of Object.entries(needs)) if (!one(typed, name)) wrong[name] = sentence;
  if (!many(typed, "staff").length && form.querySelector("[name=staff]")) wrong.staff = "Vælg mindst én medarbejder.";
  const began = momentOf(one(typed, "started_at"));
  if (!began) wrong.started_at = "Vælg, hvornår det var.";
  else if (began > Date.now() + 5 * 60_000) wrong.started_at = "Tidspunktet er ikke kommet endnu.";
  const takesTime = form.dataset.feltTakesTime.split(" ").includes(one(typed, "kind"));
  const isMet = one(typed, "outcome") === MET;
  if (isMet && takesTime && !whole(typed, "minutes")) wrong.minutes = "Skriv, hvor mange minutter I var sammen.";
  for (const name of ["minutes", "travel"]) {
    const text = one(typed, name);
    if (text && !(/^\d+$/.test(text.trim()) && Number(text) <= LONGEST_DAY)) wrong[name] = "Skriv et helt antal minutter – for eksempel 45.";
  }
  return wrong;
}

async function saveVisit(form, { draft, writing, citizen, item }) {
  await stopAll();
  const typed = read(form);
  if (!complain(form, wrongIn(typed, form))) return;
  const isMet = one(typed, "outcome") === MET;
  const steps = Object.entries(typed).filter(([name, [value]]) => isMet && name.startsWith("step_") && value);
  const body = {
    started_at: momentOf(one(typed, "started_at")).toISOString(),
    kind: one(typed, "kind"), place: one(typed, "place"), outcome: one(typed, "outcome"),
    initiated_by: one(typed, "initiated_by") || "TEAM",
    direct_minutes: isMet ? whole(typed, "minutes") : 0, // an attempt takes none
    travel_minutes: whole(typed, "travel"),
    accompanied_to: one(typed, "accompanied_to"), is_acute: Boolean(one(typed, "is_acute")),
    note: one(typed, "note"), mood: isMet ? one(typed, "mood") : "", staff: many(typed, "staff"),
    sub_goals: Object.fromEntries(steps.map(([name, [value]]) => [name.slice(5), value])),
    appointment: item?.body.appointment ?? draft.appointment,
  };
  const made = itemOf("visit", citizen, body, item?.id);
  await listen(draft);
  await save([made, ...(await itemsOfFiles(draft, made))], draft, writing);
}
