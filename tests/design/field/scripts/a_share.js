// A share of a bad day's items, made by Felt's own modules as its forms make them.
async ({ share, citizen, staff, tasks, visits, lights, recordings }) => {
  const { itemOf } = await import("/static/design/js/field/writing.js");
  const { keep } = await import("/static/design/js/field/outbox.js");
  const { addPiece, measured } = await import("/static/design/js/field/pieces.js");
  const began = new Date(Date.now() - 3_600_000).toISOString();
  const made = [];
  const about = { id: citizen, name: "Kim Krog" };
  for (let n = 0; n < visits; n += 1) {
    const isMet = n % 3 > 0;
    const visit = itemOf("visit", about, {
      started_at: began, kind: "VISIT", place: "HOME", outcome: isMet ? "MET" : "NOT_MET", initiated_by: "TEAM",
      direct_minutes: isMet ? 5 : 0, travel_minutes: 0, accompanied_to: "", is_acute: false,
      note: `Besøg ${share}-${n}`, mood: "", staff: [staff], sub_goals: {}, appointment: null,
    });
    made.push(visit);
    if (n >= recordings) continue;
    const id = crypto.randomUUID();
    const bytes = crypto.getRandomValues(new Uint8Array(1000));
    bytes.set([0x1a, 0x45, 0xdf, 0xa3]);
    await addPiece(id, 0, bytes);
    for (let piece = 1; n === 0 && piece < 6; piece += 1) {
      await addPiece(id, piece, crypto.getRandomValues(new Uint8Array(60_000)));
    }
    made.push(itemOf("attachment", about, {
      contact: visit.id, kind: "VOICE", name: "optagelse.webm", type: "audio/webm", text: `Om besøg ${n}`, ...(await measured(id)),
    }, id));
  }
  for (let n = 0; n < lights; n += 1) {
    made.push(itemOf("light", about, { observed_at: began, colour: "GREEN", note: `Lys ${share}-${n}`, signs: [], actions: [] }));
  }
  for (const task of tasks) made.push(itemOf("task_done", about, { task, version: 1, note: "" }));
  await keep(made);
  return made.map(({ id, kind, body }) => ({ id, kind, task: body.task ?? "" }));
}
