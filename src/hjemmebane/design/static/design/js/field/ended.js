// When somebody has logged out, or has handed the phone over: what Felt had fetched to be read is
// destroyed, and Felt is locked in every tab. What has not been sent stays, sealed, until the one who
// wrote it opens the phone. Loaded by the pages that come after.
import { destroyDay, lock } from "./lock.js";
import { rows } from "./store.js";

async function end() {
  const databases = await indexedDB.databases();
  if (!databases.some(({ name }) => name === "felt")) return; // never opened here
  for (const [[owner]] of await rows("lock")) await destroyDay(owner);
  lock();
}

if ("indexedDB" in window) await end();
