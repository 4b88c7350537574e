// Fetches the games' files while the person answers other pages, so that the first door opens at once.
// On a page:  <body data-prefetch-player="/jouer/">  and this file as a module. Nothing happens where data is counted.

const folder = document.querySelector('[data-prefetch-player]')?.dataset.prefetchPlayer;

async function prefetch() {
  const base = new URL(folder, location.href);
  // The list of files, with their fingerprints, is written inside the runtime's loader.
  const loader = await (await fetch(new URL('_framework/dotnet.js', base))).text();
  const list = loader.match(/\/\*json-start\*\/([\s\S]*?)\/\*json-end\*\//)?.[1];
  if (!list) return;
  const { resources } = JSON.parse(list);
  const names = ['jsModuleNative', 'jsModuleRuntime', 'wasmNative', 'coreAssembly', 'assembly']
    .flatMap((group) => resources[group] ?? []).map((file) => file.name);
  // One at a time: the person's own pages come first.
  for (const path of ['', 'player.css', 'player.js', 'boot.js', '_framework/blazor.webassembly.js', ...names.map((name) => `_framework/${name}`)]) {
    const answer = await fetch(new URL(path, base), { priority: 'low' });
    if (!answer.ok) return;
    await answer.arrayBuffer();
  }
}

if (folder && !navigator.connection?.saveData) {
  const start = () => prefetch().catch(() => { /* without it, the first door opens later */ });
  if (document.readyState === 'complete') setTimeout(start, 500);
  else addEventListener('load', () => setTimeout(start, 500));
}
