async ([howMany, kind]) => {
  const { itemOf } = await import("/static/design/js/field/writing.js");
  const { keep } = await import("/static/design/js/field/outbox.js");
  const citizen = { id: "44444444-4444-4444-8444-444444444444", name: "Kim Klarsen" };
  for (let number = 0; number < howMany; number += 1) {
    const note = `Notat nummer ${number}`;
    const bodies = {
      visit: { outcome: "MET", note, staff: [], sub_goals: {}, direct_minutes: 5 },
      light: { observed_at: new Date().toISOString(), colour: "GREEN", note, signs: [], actions: [] },
      task_done: { task: crypto.randomUUID(), version: 1, note },
    };
    await keep([itemOf(kind, citizen, bodies[kind])]);
  }
}
