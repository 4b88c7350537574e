// Has the games' files fetched while the person answers other pages, so that the first door opens at once.
// On a page:  <body data-prefetch-player="/jouer/">  and this file as a module. Nothing happens where data is counted.
// The games' own service worker does it: it goes on while pages follow each other, and keeps what it has. Fetched by the pages themselves,
// the runtime, which takes 5 s on a telephone's line, was begun again on each of them and never came.

const folder = document.querySelector('[data-prefetch-player]')?.dataset.prefetchPlayer;

async function prefetch() {
  const { installing, waiting, active } = await navigator.serviceWorker.register(new URL('sw.js', new URL(folder, location.href)), { scope: folder });
  (installing ?? waiting ?? active)?.postMessage({ prefetch: true });
}

if (folder && navigator.serviceWorker && !navigator.connection?.saveData) {
  const start = () => prefetch().catch(() => { /* without it, the first door opens later */ });
  if (document.readyState === 'complete') setTimeout(start, 500);
  else addEventListener('load', () => setTimeout(start, 500));
}
