// Offers titles while words are typed. Without it, the form searches when it is sent.
const PAUSE = 150;

for (const field of document.querySelectorAll('input[data-suggestions]')) {
  let timer = 0;
  let asking = new AbortController();

  const show = (suggestions) => {
    field.list.replaceChildren(...suggestions.map(({ title }) => Object.assign(document.createElement('option'), { value: title })));
  };

  const ask = async () => {
    const text = field.value.trim();
    if (text.length < 2) { show([]); return; }
    asking.abort();
    asking = new AbortController();
    try {
      const answer = await fetch(`${field.dataset.suggestions}?q=${encodeURIComponent(text)}`, { signal: asking.signal });
      if (!answer.ok) return;
      show(await answer.json());
    } catch { /* away or overtaken: the form still works */ }
  };

  field.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(ask, PAUSE); });
}
