// Keeps the games playable without a network. What the page has loaded is kept; requests to the server's API never pass through here.
const STORE = 'eva-jeu';

// A file whose name holds its fingerprint never changes.
const FINGERPRINTED = /\.[a-z0-9]{8,}\.(?:js|wasm|dat|css|woff2)$/;
const PATIENCE = 4000;

// What was fetched ahead a moment ago is not asked for again: the first door opens at once.
const FRESH = 10 * 60 * 1000;
const AT_ONCE = 2;
// Addresses under way, so that nothing is fetched twice at once.
const coming = new Map();
let ahead = null;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('message', (event) => {
  if (Array.isArray(event.data?.keep)) event.waitUntil(keep(event.data.keep, event.source));
  // Asked by each page of the welcome questions: one fetching goes on while they follow each other.
  if (event.data?.prefetch) event.waitUntil(ahead ??= prefetch().catch(() => { /* without it, the first door opens later */ }).finally(() => { ahead = null; }));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin || url.pathname.startsWith('/api/')) return;
  if (request.mode === 'navigate') {
    if (url.pathname.startsWith('/jouer')) event.respondWith(freshElseKept('/jouer/', request));
  } else {
    event.respondWith(FINGERPRINTED.test(url.pathname) ? keptElseFresh(event) : freshElseKept(request, request));
  }
});

async function keptElseFresh(event) {
  const { request } = event;
  const store = await caches.open(STORE);
  await coming.get(request.url);
  const kept = await store.match(request);
  if (kept) return kept;
  const fresh = await fetch(request);
  if (fresh.ok) event.waitUntil(store.put(request, fresh.clone()));
  return fresh;
}

async function freshElseKept(name, request) {
  const store = await caches.open(STORE);
  await coming.get(new URL(name.url ?? name, location.href).href);
  const kept = await store.match(name);
  if (kept && isFresh(kept)) return kept;
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

function isFresh(kept) {
  const age = Date.now() - Date.parse(kept.headers.get('date'));
  return age >= 0 && age < FRESH;
}

/** Fetches the page of the games and all that it will ask for, a few at a time: the person's own pages come first. */
async function prefetch() {
  const store = await caches.open(STORE);
  const take = async (address) => {
    const kept = await store.match(address);
    if (kept && (FINGERPRINTED.test(address) || isFresh(kept))) return kept;
    const taking = fetch(address, { priority: 'low' }).then(async (fresh) => {
      if (!fresh.ok || fresh.redirected) throw new Error(address);
      await store.put(address, fresh);
    });
    coming.set(address, taking.catch(() => { /* whoever waits for it asks by itself */ }).finally(() => coming.delete(address)));
    await taking;
    return store.match(address);
  };
  const base = new URL('/jouer/', location.href);
  const page = await (await take(base.href)).text();
  const beside = [...page.matchAll(/<(?:script|link)\b[^>]*?(?:src|href)="([^":]+\.(?:js|css))"/g)].map(([, path]) => new URL(path, base).href);
  // The list of the runtime's files, with their fingerprints, is written inside its loader.
  const loader = await (await take(new URL('_framework/dotnet.js', base).href)).text();
  const resources = JSON.parse(loader.match(/\/\*json-start\*\/([\s\S]*?)\/\*json-end\*\//)?.[1] ?? '{}').resources ?? {};
  const runtime = ['wasmNative', 'jsModuleNative', 'jsModuleRuntime', 'coreAssembly', 'assembly']
    .flatMap((group) => resources[group] ?? []).map((file) => new URL(`_framework/${file.name}`, base).href);
  const queue = [...runtime, ...beside];
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    for (let next = queue.shift(); next; next = queue.shift()) await take(next);
  }));
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
