// What waits on this device: read once into memory, then every change is written through to IndexedDB. A new thing stands in local storage, which is
// written at once, until IndexedDB has it: a page closed in between loses nothing. Where a browser refuses one, the other serves; where it
// refuses both (a private window), memory alone: the games go on.
const memory = new Map();
let database = null;
let writing = Promise.resolve();

const open = () => new Promise((resolve) => {
  try {
    const asked = indexedDB.open('eva', 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore('shelf');
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = asked.onblocked = () => resolve(null);
  } catch { resolve(null); }
});

const all = () => new Promise((resolve, reject) => {
  const store = database.transaction('shelf').objectStore('shelf');
  const [keys, values] = [store.getAllKeys(), store.getAll()];
  values.onsuccess = () => resolve(keys.result.map((key, at) => [key, values.result[at]]));
  values.onerror = () => reject(values.error);
});

const ahead = {
  all() { try { return Object.keys(localStorage).filter((key) => key.startsWith('eva-')); } catch { return []; } },
  get(key) { try { return localStorage.getItem(key); } catch { return null; } },
  set(key, value) { try { localStorage.setItem(key, value); } catch { /* full or refused: IndexedDB is on its way */ } },
  remove(key) { try { localStorage.removeItem(key); } catch { /* was never there */ } },
};

export async function load() {
  database = await open();
  try {
    if (database) for (const [key, value] of await all()) memory.set(key, value);
  } catch { database = null; }
  for (const key of ahead.all()) set(key, ahead.get(key));
}

// In the order of the acts: a later change of the same thing must not be overtaken.
function write(act) {
  if (!database) return Promise.resolve(false);
  return (writing = writing.then(() => new Promise((resolve) => {
    try {
      const transaction = database.transaction('shelf', 'readwrite', { durability: 'strict' });
      act(transaction.objectStore('shelf'));
      transaction.oncomplete = () => resolve(true);
      transaction.onabort = transaction.onerror = () => resolve(false);
    } catch { resolve(false); }
  })));
}

export const keys = (prefix) => [...memory.keys()].filter((key) => key.startsWith(prefix));
export const get = (key) => memory.get(key) ?? null;

export function set(key, value) {
  memory.set(key, value);
  ahead.set(key, value);
  write((store) => store.put(value, key)).then((kept) => { if (kept && memory.get(key) === value) ahead.remove(key); });
}

export function remove(key) {
  memory.delete(key);
  ahead.remove(key);
  write((store) => store.delete(key));
}

/** Resolves when all that was changed is on the device. */
export const written = () => writing;
