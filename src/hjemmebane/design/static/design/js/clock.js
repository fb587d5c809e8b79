// Minutes that go on counting. Hook: <span data-hjemmebane-since="2026-05-04T09:00:00+02:00">

const MINUTE = 60_000;
const EVERY = 10_000;

function count() {
  for (const place of document.querySelectorAll("[data-hjemmebane-since]")) {
    const gone = Date.now() - Date.parse(place.dataset.hjemmebaneSince);
    place.textContent = Math.max(0, Math.floor(gone / MINUTE));
  }
}

setInterval(count, EVERY);
