// Sends for so long, however often it fails, without the pauses a phone would make.
async (milliseconds) => {
  const { sync } = await import("/static/design/js/field/sync.js");
  const { unsentItems, WAITING } = await import("/static/design/js/field/outbox.js");
  const until = performance.now() + milliseconds;
  while (performance.now() < until) {
    if (!(await unsentItems()).some((item) => item.state === WAITING)) return;
    await sync();
  }
}
