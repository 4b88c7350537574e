// The graph of a page: drawn from the address that the page gives, beside tables that say the same.
import { Drawing } from './drawing.js';
import { Replay } from './replay.js';
import { useKeys } from './keys.js';
import { Panel } from './panel.js';
import { say } from './words.js';

for (const place of document.querySelectorAll('[data-graph]')) start(place);

async function start(place) {
  const data = await read(place.dataset.graph);
  if (!data) return;
  place.hidden = false;
  try {
    const panel = new Panel(data);
    const canvas = document.createElement('div');
    canvas.className = 'bots-graph-canvas';
    place.append(canvas);
    const drawing = new Drawing(canvas, data, place.dataset.colour, (node) => panel.show(node));
    const replay = new Replay(data, (shown) => drawing.show(shown));
    place.append(useKeys(canvas, drawing, data), replay.element, panel.element);
    place.dataset.ready = '';
  } catch (wrong) {
    // No WebGL: the tables are there.
    place.replaceChildren(Object.assign(document.createElement('p'), { textContent: say('Ce navigateur ne peut pas dessiner le graphe. Les tableaux disent la même chose.', 'This browser cannot draw the graph. The tables say the same.') }));
    place.dataset.failed = String(wrong);
  }
}

async function read(address) {
  try {
    const answer = await fetch(address, { headers: { Accept: 'application/json' } });
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}
