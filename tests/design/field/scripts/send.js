async () => {
  const { sync } = await import("/static/design/js/field/sync.js");
  const { unsentItems } = await import("/static/design/js/field/outbox.js");
  for (let round = 0; round < 400 && (await unsentItems()).some((item) => item.state === "waiting"); round += 1) {
    await sync();
    await new Promise((done) => setTimeout(done, 200));
  }
}
