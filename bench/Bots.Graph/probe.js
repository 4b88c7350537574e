// Waits until the graph is drawn, zooms it and walks in it from the keyboard, and sends how long each frame took.
const place = document.querySelector('[data-graph]');
const begun = performance.now();
while (!('ready' in place.dataset) && !('failed' in place.dataset)) await new Promise((done) => setTimeout(done, 10));
const drawn = performance.now() - begun;
const canvas = place.querySelector('.bots-graph-canvas');
const frames = { zoom: [], walk: [], replay: [] };
const key = (name) => canvas?.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }));
const frame = () => new Promise((done) => requestAnimationFrame(() => done(performance.now())));

async function measure(into, act, count) {
  let last = await frame();
  for (let at = 0; at < count; at++) {
    act(at);
    const now = await frame();
    into.push(now - last);
    last = now;
  }
}

if (canvas) {
  await measure(frames.zoom, (at) => key(at % 2 ? '+' : '-'), 120);
  await measure(frames.walk, (at) => key(['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp'][at % 4]), 120);
  key('Escape');
  const range = place.querySelector('input[type=range]');
  await measure(frames.replay, (at) => {
    range.value = (Number(range.max) * at) / 120;
    range.dispatchEvent(new Event('input'));
  }, 120);
}
await fetch('/done', { method: 'POST', body: JSON.stringify({ failed: place.dataset.failed ?? null, drawn, frames }) });
