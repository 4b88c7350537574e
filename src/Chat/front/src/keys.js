// Shortcuts. Single letters work on a message that has the focus and nowhere else (WCAG 2.1, 2.1.4); the dialog says them all.
import { say } from './words.js';

const keys = [
  ['Ctrl + ' + say('Entrée', 'Enter'), say('Envoyer le message', 'Send the message')],
  ['Alt + ↑', say('Aller aux messages, depuis la zone de texte', 'Go to the messages, from the text field')],
  ['↑ ↓', say('Message précédent, suivant', 'Previous, next message')],
  [say('Début, Fin', 'Home, End'), say('Premier, dernier message de la page', 'First, last message of the page')],
  ['N', say('Premier message non lu', 'First unread message')],
  ['R', say('Répondre au message', 'Reply to the message')],
  ['C', say('Citer le message', 'Quote the message')],
  ['E', say('Modifier le message', 'Edit the message')],
  [say('Échap', 'Esc'), say('Aller à la zone de texte', 'Go to the text field')],
  ['?', say('Cette aide, depuis un message', 'This help, from a message')],
];

export function useKeys(list, composer, form, place) {
  const dialog = help();
  const button = document.createElement('button');
  [button.type, button.className, button.textContent] = ['button', 'fr-btn fr-btn--sm fr-btn--tertiary-no-outline chat-keys-button', say('Raccourcis clavier', 'Keyboard shortcuts')];
  button.addEventListener('click', () => dialog.showModal());
  place.append(button, dialog);

  form?.elements.Text.addEventListener('keydown', (event) => {
    if (event.altKey && event.key === 'ArrowUp') {
      event.preventDefault();
      list.focus(list.items.at(-1));
    }
  });
  list.element.addEventListener('keydown', (event) => {
    const item = event.target;
    if (!item.matches('li[data-message]') || event.ctrlKey || event.metaKey || event.altKey) return;
    const [items, at] = [list.items, list.items.indexOf(item)];
    const act = {
      ArrowUp: () => list.focus(items[at - 1]),
      ArrowDown: () => list.focus(items[at + 1]),
      Home: () => list.focus(items[0]),
      End: () => list.focus(items.at(-1)),
      n: () => list.focus(items[items.findIndex((other) => other.previousElementSibling?.matches('.chat-unread'))]),
      r: () => item.querySelector('[data-reply]')?.click(),
      c: () => item.querySelector('[data-quote]')?.click(),
      e: () => item.querySelector('[data-edit]')?.click(),
      Escape: () => composer?.focus(),
      '?': () => dialog.showModal(),
    }[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (act) {
      event.preventDefault();
      act();
    }
  });
}

function help() {
  const dialog = document.createElement('dialog');
  const [title, table, close] = [document.createElement('h2'), document.createElement('dl'), document.createElement('button')];
  dialog.className = 'chat-keys';
  title.id = 'chat-keys-title';
  title.textContent = say('Raccourcis clavier', 'Keyboard shortcuts');
  dialog.setAttribute('aria-labelledby', title.id);
  for (const [key, what] of keys) {
    const [dt, kbd, dd] = [document.createElement('dt'), document.createElement('kbd'), document.createElement('dd')];
    kbd.textContent = key;
    dd.textContent = what;
    dt.append(kbd);
    table.append(dt, dd);
  }
  [close.type, close.className, close.textContent] = ['button', 'fr-btn', say('Fermer', 'Close')];
  close.addEventListener('click', () => dialog.close());
  dialog.append(title, table, close);
  return dialog;
}
