// A task is done.
import { one, read } from "../forms.js";
import { find } from "../outbox.js";
import { go } from "../routes.js";
import { clone, fill, say, show } from "../ui.js";
import { begin, itemOf, keepWriting, knownOf, offerDrop, save } from "../writing.js";

export async function taskPage(about) {
  const { citizen: carried } = await knownOf(about);
  const item = about.item ? await find(about.item) : null;
  const task = item ? { id: item.body.task, version: item.body.version } : carried?.tasks.find((one) => one.id === about.task);
  const citizen = carried ?? item?.citizen;
  if (!task || !citizen) return go("today");
  const named = carried?.tasks.find((one) => one.id === task.id)?.what ?? "";
  const page = fill(clone("task"), { name: citizen.name, what: named });
  const form = page.querySelector("form");
  const draft = await begin(form, "task", { ...about, citizen }, { note: [item?.body.note ?? ""] });
  const writing = keepWriting(form, draft);
  if (draft.isKept) say("Du var i gang. Det, du skrev, står her endnu.");
  offerDrop(page, draft, writing);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const body = { task: task.id, version: task.version, note: one(read(form), "note") };
    await save([itemOf("task_done", citizen, body, item?.id)], draft, writing);
  });
  show(page);
}
