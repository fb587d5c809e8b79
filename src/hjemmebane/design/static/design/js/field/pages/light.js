// Trafiklyset: the colour that is seen, which of the citizen's signs, and what was done.
import { complain, many, offer, one, read } from "../forms.js";
import { find } from "../outbox.js";
import { clone, fill, hole, say, show } from "../ui.js";
import { begin, itemOf, keepWriting, knownOf, offerDrop, save } from "../writing.js";

export async function lightPage(about) {
  const { citizen: carried } = await knownOf(about);
  const item = about.item ? await find(about.item) : null;
  const citizen = carried ?? item?.citizen ?? { id: about.citizen, name: "" };
  const page = fill(clone("light"), { name: citizen.name });
  const form = page.querySelector("form");
  const agreed = citizen.lights?.agreement ?? {};
  const shape = () => {
    const typed = read(form);
    const own = agreed[one(typed, "colour")] ?? {};
    for (const name of ["signs", "actions"]) {
      const choices = (own[name] ?? []).map(({ id, text }) => ({ value: id, label: text }));
      offer(hole(form, name), name, choices, many(typed, name));
    }
    fill(form, { anySigns: Boolean(own.signs?.length), anyActions: Boolean(own.actions?.length) });
  };
  const draft = await begin(form, "light", { ...about, citizen }, item ? fieldsOfItem(item) : {});
  shape();
  for (const name of ["signs", "actions"]) {
    for (const tick of form.querySelectorAll(`[name="${name}"]`)) tick.checked = many(draft.fields, name).includes(tick.value);
  }
  form.addEventListener("change", (event) => {
    if (event.target.name !== "colour") return;
    draft.seen = new Date().toISOString(); // the moment it is seen, not the moment it is sent
    shape();
  });
  const writing = keepWriting(form, draft);
  if (draft.isKept) say("Du var i gang. Det, du skrev, står her endnu.");
  offerDrop(page, draft, writing);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const typed = read(form);
    if (!complain(form, one(typed, "colour") ? {} : { colour: "Vælg en farve." })) return;
    const observed_at = item?.body.observed_at ?? draft.seen ?? draft.begun;
    const body = { observed_at, colour: one(typed, "colour"), note: one(typed, "note"), signs: many(typed, "signs"), actions: many(typed, "actions") };
    await save([itemOf("light", citizen, body, item?.id)], draft, writing);
  });
  show(page);
}

function fieldsOfItem({ body }) {
  return { colour: [body.colour], note: [body.note], signs: body.signs, actions: body.actions };
}
