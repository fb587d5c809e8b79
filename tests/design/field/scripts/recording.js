async (size) => {
  const { addPiece, measured } = await import("/static/design/js/field/pieces.js");
  const { itemOf } = await import("/static/design/js/field/writing.js");
  const { keep, unsentItems } = await import("/static/design/js/field/outbox.js");
  const [visit] = await unsentItems();
  const id = crypto.randomUUID();
  const step = 100_003;
  for (let at = 0, number = 0; at < size; at += step, number += 1) {
    const bytes = new Uint8Array(Math.min(step, size - at));
    crypto.getRandomValues(bytes.subarray(0, Math.min(60_000, bytes.length)));
    await addPiece(id, number, bytes);
  }
  const body = { contact: visit.id, kind: "VOICE", name: "optagelse.webm", type: "audio/webm", text: "", ...(await measured(id)) };
  await keep([itemOf("attachment", visit.citizen, body, id)]);
}
