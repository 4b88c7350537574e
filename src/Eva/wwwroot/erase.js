// A person erases everything: what this device still holds of that evaluation goes too, before the server is asked. What others left here stays.
const form = document.querySelector('form[data-erases]');
const LONGEST_WAIT = 2000;

const mine = (key) => String(key).includes(`/${form.dataset.erases}/`);

function clearLocal() {
  try { Object.keys(localStorage).filter(mine).forEach((key) => localStorage.removeItem(key)); } catch { /* nothing was kept there */ }
}

const clearDatabase = () => new Promise((resolve) => {
  try {
    const asked = indexedDB.open('eva', 1);
    // The same store as the player's (shelf.js): whichever opens first makes it.
    asked.onupgradeneeded = () => asked.result.createObjectStore('shelf');
    asked.onerror = asked.onblocked = resolve;
    asked.onsuccess = () => {
      const work = asked.result.transaction('shelf', 'readwrite');
      const store = work.objectStore('shelf');
      const keys = store.getAllKeys();
      keys.onsuccess = () => keys.result.filter(mine).forEach((key) => store.delete(key));
      work.oncomplete = work.onabort = () => { asked.result.close(); resolve(); };
    };
  } catch { resolve(); }
});

form?.addEventListener('submit', async (event) => {
  event.preventDefault();
  clearLocal();
  await Promise.race([clearDatabase(), new Promise((resolve) => { setTimeout(resolve, LONGEST_WAIT); })]);
  form.submit();
}, { once: true });
