// How many things wait, in the menu of every page, locked or not.
import { isOpen, owner, unsent } from "./lock.js";

export async function count() {
  const waiting = await unsent(isOpen() ? owner() : undefined);
  for (const place of document.querySelectorAll("[data-felt-count]")) {
    place.textContent = waiting ? `(${waiting})` : "";
  }
}
