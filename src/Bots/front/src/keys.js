// The drawing under the keyboard: arrows follow links, Enter opens the account.
import { say } from './words.js';

const steps = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

export function useKeys(canvas, drawing, data) {
  const help = document.createElement('p');
  help.id = 'graph-keys';
  help.className = 'fr-hint-text';
  help.textContent = say(
    'Au clavier : les flèches suivent les liens, Entrée ouvre le compte, + et − agrandissent et réduisent, Début montre tout, Échap oublie le choix. À la souris : Ctrl et la molette agrandissent.',
    'By keyboard: arrows follow links, Enter opens the account, + and − zoom, Home shows all, Escape forgets the choice. By mouse: Ctrl and the wheel zoom.');
  canvas.tabIndex = 0;
  canvas.setAttribute('role', 'application');
  canvas.setAttribute('aria-label', say('Graphe des comptes', 'Graph of accounts'));
  canvas.setAttribute('aria-describedby', help.id);
  canvas.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = steps[event.key]
      ? () => drawing.choose(drawing.next(...steps[event.key]))
      : {
          Enter: () => drawing.chosen !== null && location.assign(data.nodes[drawing.chosen].href),
          '+': () => drawing.zoom(1 / 1.4),
          '-': () => drawing.zoom(1.4),
          Home: () => drawing.whole(),
          Escape: () => drawing.choose(null),
        }[event.key];
    if (act) {
      event.preventDefault();
      act();
    }
  });

  const tools = document.createElement('div');
  tools.className = 'bots-graph-tools';
  tools.append(
    button(say('Agrandir', 'Zoom in'), () => drawing.zoom(1 / 1.4)),
    button(say('Réduire', 'Zoom out'), () => drawing.zoom(1.4)),
    button(say('Tout voir', 'Show all'), () => drawing.whole()),
    help);
  return tools;
}

export function button(label, act) {
  const made = document.createElement('button');
  [made.type, made.className, made.textContent] = ['button', 'fr-btn fr-btn--sm fr-btn--tertiary', label];
  made.addEventListener('click', act);
  return made;
}
