// On the pages by which one enters: whoever played before at this computer is no longer the one who plays. What waits to be sent stays.
const JOURNEY = 'eva-parcours';

try { localStorage.removeItem(JOURNEY); } catch { /* nothing was kept there */ }
try {
  const asked = indexedDB.open('eva', 1);
  // The same store as the player's (shelf.js): whichever opens first makes it.
  asked.onupgradeneeded = () => asked.result.createObjectStore('shelf');
  asked.onsuccess = () => {
    const done = asked.result.transaction('shelf', 'readwrite');
    done.objectStore('shelf').delete(JOURNEY);
    done.oncomplete = () => asked.result.close();
  };
} catch { /* nor there */ }
