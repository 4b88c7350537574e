// Starts the games and shows how far the download is.
const bar = document.querySelector('#loading progress');
const root = document.documentElement;

const progress = new MutationObserver(() => {
  const share = parseFloat(root.style.getPropertyValue('--blazor-load-percentage'));
  if (bar?.isConnected && !Number.isNaN(share)) bar.value = share;
});
progress.observe(root, { attributes: true, attributeFilter: ['style'] });

function problem() {
  const message = document.getElementById('loading-problem');
  if (message) message.hidden = false;
  document.getElementById('loading-wait')?.setAttribute('hidden', '');
}

document.addEventListener('click', (event) => {
  if (event.target.closest?.('[data-reload]')) location.reload();
});

globalThis.Blazor?.start().catch(problem) ?? problem();
