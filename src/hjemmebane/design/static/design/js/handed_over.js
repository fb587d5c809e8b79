// A device that is handed over, or that somebody has logged out of, shows nothing of what its owner
// had open or half written.
// Hooks: <html data-hjemmebane-borrowed> on the pages of whoever borrows it, data-hjemmebane-left on
// the page after a logout. Such a page forgets every draft there is, and leaves a mark. Pages in
// other tabs, and those the browser keeps for its back button, see it: they forget theirs, become
// empty and go to the front, which is the borrower's now, or the login. The owner's next page takes
// the mark away.

const DRAFT = "hjemmebane-draft:";
const MARK = "hjemmebane-borrowed";
const hooks = document.documentElement.dataset;
const isBorrowed = "hjemmebaneBorrowed" in hooks || "hjemmebaneLeft" in hooks;

// A device may refuse to keep anything; then there is nothing to forget either.
function onDevice(work) {
  try {
    return work();
  } catch (refused) {
    if (refused instanceof DOMException) return null;
    throw refused;
  }
}

function forgetDrafts() {
  for (const storage of [localStorage, sessionStorage]) {
    const drafts = Object.keys(storage).filter((key) => key.startsWith(DRAFT));
    for (const key of drafts) storage.removeItem(key);
  }
}

function leave() {
  onDevice(forgetDrafts);
  document.body.replaceChildren(); // what was typed goes too, so that nobody is asked to stay
  location.replace("/");
}

onDevice(() => {
  if (isBorrowed) {
    forgetDrafts();
    localStorage.setItem(MARK, String(Date.now()));
  } else {
    localStorage.removeItem(MARK);
  }
});

window.addEventListener("storage", (event) => {
  if (!isBorrowed && event.key === MARK && event.newValue) leave();
});

window.addEventListener("pageshow", (event) => {
  const isMarked = event.persisted && onDevice(() => localStorage.getItem(MARK));
  if (!isBorrowed && isMarked) leave();
});
