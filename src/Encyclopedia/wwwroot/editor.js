// The preview of the editor without leaving the page: the same form sent to the same address, and the one part of the answer that was asked for.
const form = document.querySelector('form[data-editor]');
const button = form?.querySelector('button[data-preview]');
const place = form?.querySelector('[data-preview-place]');

button?.addEventListener('click', async (event) => {
  event.preventDefault();
  const sent = new URLSearchParams(new FormData(form));
  sent.set('act', 'preview');
  try {
    const answer = await fetch(form.action, { method: 'POST', body: sent });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const preview = page.querySelector('#apercu');
    if (!answer.ok || !preview) throw new Error('no preview');
    form.querySelector('#apercu')?.remove();
    place.replaceChildren(document.importNode(preview, true));
    place.querySelector('#apercu').focus();
  } catch {
    form.requestSubmit(form.querySelector('button[value="preview"]'));
  }
});
