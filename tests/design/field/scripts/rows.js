async () => {
  const db = await new Promise((done) => { const r = indexedDB.open("felt"); r.onsuccess = () => done(r.result); });
  const counts = {};
  for (const store of db.objectStoreNames) counts[store] = await new Promise((done) => { const r = db.transaction(store).objectStore(store).count(); r.onsuccess = () => done(r.result); });
  const lock = await new Promise((done) => { const r = db.transaction("lock").objectStore("lock").getAll(); r.onsuccess = () => done(r.result); });
  counts.dayKeys = lock.filter((row) => row.day).length;
  db.close();
  return counts;
}
