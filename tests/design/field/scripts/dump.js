async () => {
  const found = [];
  const add = (value) => {
    if (value instanceof ArrayBuffer) add(new Uint8Array(value));
    else if (ArrayBuffer.isView(value)) {
      const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
      for (const code of ["utf-8", "utf-16le", "utf-16be", "latin1"]) found.push(new TextDecoder(code).decode(bytes));
    } else if (value && typeof value === "object") {
      for (const [key, one] of Object.entries(value)) { found.push(key); add(one); }
    } else found.push(String(value));
  };
  for (const { name } of await indexedDB.databases()) {
    found.push(name);
    const db = await new Promise((done) => { const r = indexedDB.open(name); r.onsuccess = () => done(r.result); });
    for (const store of db.objectStoreNames) {
      found.push(store);
      const read = (what) => new Promise((done) => { const r = db.transaction(store).objectStore(store)[what](); r.onsuccess = () => done(r.result); });
      for (const key of await read("getAllKeys")) add(key);
      for (const value of await read("getAll")) add(value);
    }
    db.close();
  }
  for (const name of await caches.keys()) {
    found.push(name);
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      found.push(request.url);
      add(await (await cache.match(request)).arrayBuffer());
    }
  }
  for (const storage of [localStorage, sessionStorage]) for (const [key, value] of Object.entries(storage)) found.push(key, value);
  found.push(location.href, document.title, JSON.stringify(history.state));
  return found.join("\n");
}
