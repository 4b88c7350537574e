// Keeps the games playable without a network. What the page has loaded is kept; requests to the server's API never pass through here.
const STORE = 'eva-jeu';

// A file whose name holds its fingerprint never changes.
const FINGERPRINTED = /\.[a-z0-9]{8,}\.(?:js|wasm|dat|css|woff2)$/;
const PATIENCE = 4000;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('message', (event) => {
  if (Array.isArray(event.data?.keep)) event.waitUntil(keep(event.data.keep, event.source));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin || url.pathname.startsWith('/api/')) return;
  if (request.mode === 'navigate') {
    if (url.pathname.startsWith('/jouer')) event.respondWith(freshElseKept('/jouer/', request));
  } else {
    event.respondWith(FINGERPRINTED.test(url.pathname) ? keptElseFresh(request) : freshElseKept(request, request));
  }
});

async function keptElseFresh(request) {
  const store = await caches.open(STORE);
  const kept = await store.match(request);
  if (kept) return kept;
  const fresh = await fetch(request);
  if (fresh.ok) await store.put(request, fresh.clone());
  return fresh;
}

async function freshElseKept(name, request) {
  const store = await caches.open(STORE);
  const kept = await store.match(name);
  try {
    const fresh = await (kept ? within(fetch(request)) : fetch(request));
    // A sign-in portal answers every page with its own.
    if (fresh.ok && !fresh.redirected) await store.put(name, fresh.clone());
    return fresh.ok || !kept ? fresh : kept;
  } catch (wrong) {
    if (kept) return kept;
    throw wrong;
  }
}

const within = (answer) => Promise.race([answer, new Promise((_, late) => setTimeout(() => late(new Error('late')), PATIENCE))]);

/** Keeps these addresses, then lets go of those of an older version; says whether all are here. */
async function keep(addresses, page) {
  const store = await caches.open(STORE);
  const wanted = new Set(addresses.map((address) => new URL(address, location.href).href));
  const results = await Promise.allSettled([...wanted].map(async (address) => {
    if (await store.match(address)) return;
    const fresh = await fetch(address);
    if (!fresh.ok) throw new Error(address);
    await store.put(address, fresh);
  }));
  const whole = results.every((result) => result.status === 'fulfilled');
  if (whole) {
    const old = (await store.keys()).filter((request) => !wanted.has(request.url) && FINGERPRINTED.test(new URL(request.url).pathname));
    await Promise.all(old.map((request) => store.delete(request)));
  }
  page?.postMessage({ kept: whole });
}
