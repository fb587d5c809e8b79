// What the device says of every item: unsent with its state, or received.
async () => {
  const { receipts, unsentItems } = await import("/static/design/js/field/outbox.js");
  const unsent = (await unsentItems()).map(({ id, state, reason }) => [id, state, reason ?? ""]);
  return { unsent, received: (await receipts()).map(({ id }) => id) };
}
