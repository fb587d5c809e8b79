// A new edition of the service: fetched in the background, taken over when the reader says so. What
// is half written has been kept by then, and the outbox is not touched.
import { when } from "./ui.js";

let registration = null;
let isTaking = false;

export const look = async () => {
  if (!registration || !navigator.onLine) return;
  try {
    await registration.update();
  } catch (error) {
    if (error.name !== "TypeError") throw error; // no network: another time
  }
};

export async function begin({ leave, tell }) {
  if (!("serviceWorker" in navigator)) return;
  const place = document.getElementById("felt-news");
  const offer = () => {
    if (!registration.waiting || !navigator.serviceWorker.controller) return;
    tell();
    when(place, "update", async () => {
      await leave();
      isTaking = true;
      registration.waiting?.postMessage("take over");
    });
  };
  navigator.serviceWorker.addEventListener("controllerchange", () => {
    if (isTaking) location.reload();
  });
  registration = await navigator.serviceWorker.register("/felt/sw.js", { scope: "/felt/", updateViaCache: "none" });
  offer();
  registration.addEventListener("updatefound", () => {
    const coming = registration.installing;
    coming?.addEventListener("statechange", () => {
      if (coming.state === "installed") offer();
    });
  });
}
