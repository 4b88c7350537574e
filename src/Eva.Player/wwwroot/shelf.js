// What waits on this device: read once into memory, then every change is written through. IndexedDB first; local storage where a browser refuses it;
// memory alone where it refuses both (a private window): the games go on.
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

export async function load() {
  database = await open();
  try {
    if (database) for (const [key, value] of await all()) memory.set(key, value);
    else for (const key of Object.keys(localStorage)) if (key.startsWith('eva-')) memory.set(key, localStorage.getItem(key));
  } catch { database = null; }
}

// In the order of the acts: a later change of the same thing must not be overtaken.
function write(act, fallback) {
  if (!database) {
    try { fallback(); } catch { /* in memory only */ }
    return;
  }
  writing = writing.then(() => new Promise((resolve) => {
    try {
      const transaction = database.transaction('shelf', 'readwrite', { durability: 'strict' });
      act(transaction.objectStore('shelf'));
      transaction.oncomplete = transaction.onabort = transaction.onerror = resolve;
    } catch { resolve(); }
  }));
}

export const keys = (prefix) => [...memory.keys()].filter((key) => key.startsWith(prefix));
export const get = (key) => memory.get(key) ?? null;

export function set(key, value) {
  memory.set(key, value);
  write((store) => store.put(value, key), () => localStorage.setItem(key, value));
}

export function remove(key) {
  memory.delete(key);
  write((store) => store.delete(key), () => localStorage.removeItem(key));
}

/** Resolves when all that was changed is on the device. */
export const written = () => writing;
