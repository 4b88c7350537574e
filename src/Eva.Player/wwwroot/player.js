// What the games need of the page and C# cannot do alone. Browser.cs calls these functions by the same names.
import * as speech from '../eva/speech.js';
import * as shelf from './shelf.js';
import * as sound from './sound.js';

const gesture = { means: 'clavier', moment: performance.now() };
let page = null;
let seated = false;

export const now = () => performance.timeOrigin + performance.now();
export const lastMeans = () => gesture.means;
export const lastMoment = () => performance.timeOrigin + gesture.moment;

const acted = (means, event) => { gesture.means = means; gesture.moment = event.timeStamp; };
addEventListener('pointerdown', (event) => acted(event.pointerType === 'mouse' ? 'souris' : 'tactile', event), true);
addEventListener('keydown', (event) => {
  // A key held down is one gesture.
  if (event.repeat && event.key === 'Enter' && event.target.tagName !== 'TEXTAREA') event.preventDefault();
  if (!event.repeat) acted('clavier', event);
}, true);
addEventListener('click', (event) => {
  // Assistive tools click with neither key nor pointer.
  if (event.detail === 0 && event.timeStamp - gesture.moment > 1000) acted('clavier', event);
}, true);

/** Resolves when what is in the document now is on the screen, with that time. */
export const painted = () => new Promise((resolve) => requestAnimationFrame(() => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => { port1.close(); resolve(now()); };
  port2.postMessage(null);
}));

export async function exchange(method, path, body) {
  try {
    const posts = method === 'POST';
    const answer = await fetch(path, {
      method,
      body: posts ? body : undefined,
      headers: posts ? { 'Content-Type': 'application/json', 'X-Eva': '1' } : {},
      credentials: 'same-origin',
      cache: 'no-store',
      // Finishes even if the page closes; browsers take 64 kB that way.
      keepalive: posts && body.length < 30000,
      signal: AbortSignal.timeout?.(20000),
    });
    return `${answer.status}\n${await answer.text()}`;
  } catch {
    return '0\n';
  }
}

export function arrive(id) {
  const element = document.getElementById(id);
  if (!element) return;
  if (element.tagName === 'H1') scrollTo(0, 0);
  else element.scrollIntoView({ block: 'nearest' });
  element.focus({ preventScroll: true });
}

/** A point of the window within an element, in thousandths of its size. */
export function pointIn(id, x, y) {
  const box = document.getElementById(id).getBoundingClientRect();
  return [Math.round((x - box.left) * 1000 / box.width), Math.round((y - box.top) * 1000 / box.height)];
}

/** Writes where the cursor is, as a key of the keyboard does. */
export function insert(id, letter) {
  const field = document.getElementById(id);
  field.setRangeText(letter, field.selectionStart, field.selectionEnd, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  field.focus({ preventScroll: true });
}

export const showDialog = (id) => document.getElementById(id)?.showModal();
export const closeDialog = (id) => document.getElementById(id)?.close();

/** Each line: the id of an element, a tab, how it is said if that differs from what is written. */
export function speak(lines) {
  const parts = lines.split('\n').map((line) => line.split('\t')).map(([id, spoken]) => ({ element: document.getElementById(id), spoken }));
  return speech.speak(parts, () => page?.invokeMethodAsync('Silence'));
}

/** Each line: the id of an element. */
export const lacksVoice = (lines) => speech.lacksVoice(lines.split('\n').map((id) => document.getElementById(id)));

export const playSound = (name) => sound.play(name);
export const stopSpeaking = () => speech.stop();

export async function leave(path) {
  speech.stop();
  await Promise.race([shelf.written(), new Promise((resolve) => setTimeout(resolve, 2000))]);
  location.assign(path);
}

/** A page just left may hold the seat for an instant. A page that the browser started ahead, and that nobody sees yet, takes none. */
export async function takeSeat() {
  if (document.prerendering) await new Promise((shown) => document.addEventListener('prerenderingchange', shown, { once: true }));
  if (!navigator.locks || seated) return true;
  for (let attempt = 0; attempt < 6; attempt++) {
    const taken = await new Promise((resolve) => {
      navigator.locks.request('eva-jeu', { ifAvailable: true }, (seat) => {
        resolve(seat !== null);
        return seat ? new Promise(() => {}) : undefined;
      }).catch(() => resolve(true));
    });
    if (taken) return (seated = true);
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  return false;
}

export function listen(reference) {
  page = reference;
  document.addEventListener('visibilitychange', () => {
    speech.stop();
    page.invokeMethodAsync('Look', document.visibilityState === 'visible');
  });
  addEventListener('online', () => page.invokeMethodAsync('Online'));
  addEventListener('keydown', (event) => {
    const left = event.key === 'ArrowLeft';
    if ((!left && event.key !== 'ArrowRight') || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    if (!document.querySelector('[data-arrows]') || document.querySelector('dialog[open]')) return;
    event.preventDefault();
    if (!event.repeat) page.invokeMethodAsync('Arrow', left);
  });
}

export const openShelf = () => shelf.load();
export const storedKeys = (prefix) => shelf.keys(prefix);
export const stored = (key) => shelf.get(key);
export const store = (key, value) => shelf.set(key, value);
export const unstore = (key) => shelf.remove(key);

/** Offers the text as a file to keep. */
export function save(name, text) {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60000);
}

/** Resolves to true once the page and all that it has loaded are kept on the device; false where it cannot be. */
export async function keepPage() {
  try {
    if (!navigator.serviceWorker) return false;
    await navigator.serviceWorker.register('sw.js');
    const { active } = await navigator.serviceWorker.ready;
    const loaded = performance.getEntriesByType('resource').map((entry) => new URL(entry.name)).filter((url) => url.origin === location.origin && !url.pathname.startsWith('/api/'));
    return await new Promise((resolve) => {
      navigator.serviceWorker.addEventListener('message', (event) => resolve(event.data?.kept === true), { once: true });
      active.postMessage({ keep: [new URL('/jouer/', location.href).href, ...loaded.map((url) => url.href)] });
      setTimeout(() => resolve(false), 120000);
    });
  } catch {
    return false;
  }
}
