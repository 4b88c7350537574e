const fold = text => text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/œ/gi, 'oe').toLowerCase();
const list = document.querySelector('main');
const entries = [...document.querySelectorAll('details')].map(node => ({
  node,
  title: fold(node.querySelector('summary').textContent),
  text: fold(node.textContent),
  phases: node.dataset.phases.split(' '),
})).sort((a, b) => a.title.localeCompare(b.title, document.documentElement.lang));
const [query, type, phase, found] = ['q', 'type', 'phase', 'found'].map(id => document.getElementById(id));

// Every word is in the entry; a title counts more than the rest.
const score = (entry, words) => words.every(word => entry.text.includes(word)) ? words.filter(word => entry.title.includes(word)).length : -1;

const search = () => {
  const words = fold(query.value).split(/\s+/).filter(Boolean);
  const kept = entries
    .map(entry => ({ entry, score: (!type.value || entry.node.dataset.type === type.value) && (!phase.value || entry.phases.includes(phase.value)) ? score(entry, words) : -1 }))
    .sort((a, b) => b.score - a.score);
  list.append(...kept.map(({ entry }) => entry.node));
  for (const { entry, score } of kept) entry.node.hidden = score < 0;
  const count = kept.filter(k => k.score >= 0).length;
  // Nought is singular in French, plural in English.
  const one = count === 1 || (count === 0 && document.documentElement.lang === 'fr');
  found.textContent = `${count} ${one ? found.dataset.one : found.dataset.words}`;
};

const open = () => {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target instanceof HTMLDetailsElement) {
    target.hidden = false;
    target.open = true;
    target.scrollIntoView();
  }
};

const form = document.querySelector('form');
form.hidden = false;
form.addEventListener('submit', event => event.preventDefault());
form.addEventListener('input', search);
addEventListener('hashchange', open);
search();
open();
