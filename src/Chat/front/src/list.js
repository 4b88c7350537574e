// The messages of the page, in their places, with their days.
import { code, say } from './words.js';

const day = new Intl.DateTimeFormat('fr-CA', { timeZone: 'Europe/Paris', year: 'numeric', month: '2-digit', day: '2-digit' });
const words = new Intl.DateTimeFormat(code === 'en' ? 'en-GB' : 'fr-FR', { timeZone: 'Europe/Paris', day: 'numeric', month: 'long', year: 'numeric' });

export class List {
  #ol;
  #thread;

  constructor(ol, thread) {
    [this.#ol, this.#thread] = [ol, thread];
    this.#rove(this.items.at(-1));
  }

  get items() {
    return [...this.#ol.querySelectorAll('li[data-message]')];
  }

  get element() {
    return this.#ol;
  }

  find(id) {
    return document.getElementById(`m-${id}`);
  }

  /** Whether it stands on this page. */
  holds(message) {
    return (message.thread ?? null) === this.#thread;
  }

  /** The element, new or made again; null where it has no place here. */
  put(message) {
    const made = new DOMParser().parseFromString(message.html, 'text/html').querySelector('li[data-message]');
    if (!made) return null;
    const item = document.importNode(made, true);
    const old = this.find(message.id);
    if (old) {
      this.#replace(old, item);
      return item;
    }
    if (!this.holds(message)) return null;
    document.querySelector('.chat-empty')?.remove();
    // Those still being sent stay below.
    const next = this.items.find((other) => Number(other.dataset.place) > message.place) ?? this.#ol.querySelector('[data-sending]');
    const head = next?.previousElementSibling;
    this.#ol.insertBefore(item, head?.matches('.chat-day') && this.#day(item) !== head.dataset.day ? head : next ?? null);
    this.#days(item);
    this.#rove(item);
    return item;
  }

  remove(id) {
    this.find(id)?.remove();
  }

  clear() {
    this.#ol.replaceChildren();
  }

  /** A line above the first that was not seen. */
  markUnread(item) {
    if (this.#ol.querySelector('.chat-unread')) return;
    item.before(this.#line('chat-unread', say('Nouveaux messages', 'New messages')));
  }

  clearUnread() {
    this.#ol.querySelector('.chat-unread')?.remove();
  }

  /** One message is reached by Tab, the others by the arrows. */
  #rove(item) {
    for (const other of this.items) other.tabIndex = -1;
    if (item) item.tabIndex = 0;
  }

  focus(item) {
    if (!item) return;
    this.#rove(item);
    item.focus();
    item.scrollIntoView({ block: 'nearest' });
  }

  #replace(old, item) {
    item.tabIndex = old.tabIndex;
    const [had, open] = [old.contains(document.activeElement) || old === document.activeElement, old.querySelector('details')?.open];
    old.replaceWith(item);
    if (open && item.querySelector('details')) item.querySelector('details').open = true;
    if (had) item.focus();
  }

  #day(item) {
    return day.format(new Date(item.querySelector('time').dateTime));
  }

  #days(item) {
    const [own, before] = [this.#day(item), this.items[this.items.indexOf(item) - 1]];
    if (before ? this.#day(before) !== own : !item.previousElementSibling?.matches('.chat-day')) {
      // As the page writes it: the first of a month is "1er" in French.
      const line = this.#line('chat-day', words.format(new Date(item.querySelector('time').dateTime)).replace(/^1 /, say('1er ', '1 ')));
      line.dataset.day = own;
      item.before(line);
    }
  }

  #line(kind, text) {
    const [line, span] = [document.createElement('li'), document.createElement('span')];
    line.className = kind;
    span.textContent = text;
    line.append(span);
    return line;
  }
}
