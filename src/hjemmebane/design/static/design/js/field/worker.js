// The service worker of Felt. It keeps the shell and the files it is made of, and nothing else: what
// is not on the list goes to the network as if there were no worker, and no answer is kept.
// /felt/sw.js gives `felt`: { version, shell, assets } and then runs this file.

const { version, shell, assets } = self.felt;
const NAME = `felt-${version}`;
const kept = new Set(assets);

self.addEventListener("install", (event) => {
  const fresh = [shell, ...assets].map((address) => new Request(address, { cache: "reload", credentials: "omit" }));
  event.waitUntil(caches.open(NAME).then((cache) => cache.addAll(fresh)));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(clean());
});

async function clean() {
  for (const name of await caches.keys()) {
    if (name.startsWith("felt-") && name !== NAME) await caches.delete(name);
  }
  await self.clients.claim();
}

self.addEventListener("message", ({ data }) => {
  if (data === "take over") self.skipWaiting();
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname, search } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  const isShell = request.mode === "navigate" && pathname === shell;
  const isAsset = request.mode !== "navigate" && kept.has(pathname) && !search;
  if (isShell || isAsset) event.respondWith(ours(isShell ? shell : pathname, request));
});

async function ours(address, request) {
  const cache = await caches.open(NAME);
  return (await cache.match(address)) ?? fetch(request);
}
