// What is said of the line, of who is there and of who is writing; and, for those who do not see the page, what comes.
import { list, say } from './words.js';

const typingLasts = 6000;
const nodeLasts = 50000;
const announceEvery = 4000;
const mostNames = 8;

export class Status {
  #state = document.createElement('p');
  #people = document.createElement('p');
  #typing = document.createElement('p');
  #voice = document.createElement('p');
  #writers = new Map();
  #nodes = new Map();
  #waiting = [];
  #timer = null;

  constructor(place) {
    for (const [element, name] of [[this.#state, 'chat-state'], [this.#people, 'chat-people'], [this.#typing, 'chat-typing'], [this.#voice, 'fr-sr-only']]) {
      element.className = name;
      place.append(element);
    }
    this.#state.setAttribute('role', 'status');
    this.#voice.setAttribute('role', 'status');
    setInterval(() => this.#show(), 2000);
  }

  state(word) {
    this.#state.textContent = {
      open: '',
      waiting: say('La liaison est coupée. Nous réessayons ; ce que vous envoyez est gardé.', 'The line is cut. We are trying again; what you send is kept.'),
      over: say('Votre session est terminée, ou votre accès a été retiré. Rechargez la page.', 'Your session is over, or your access was withdrawn. Reload the page.'),
      absent: say('Vous n’avez plus accès à ce salon.', 'You no longer have access to this room.'),
      much: say('Beaucoup de messages ont été écrits entre-temps. Rechargez la page pour les lire.', 'Many messages were written meanwhile. Reload the page to read them.'),
    }[word];
  }

  present(news) {
    this.#nodes.set(news.node, { ...news, until: Date.now() + nodeLasts });
    this.#show();
  }

  typing(who) {
    this.#writers.set(who, Date.now() + typingLasts);
    this.#show();
  }

  stopped(who) {
    if (this.#writers.delete(who)) this.#show();
  }

  /** Not more often than can be listened to: several at once are counted. */
  announce(item) {
    this.#waiting.push(`${item.querySelector('.chat-name')?.textContent ?? ''}, ${item.querySelector('.chat-text')?.textContent.trim().slice(0, 300) ?? ''}`);
    this.#timer ??= setTimeout(() => {
      const said = this.#waiting;
      [this.#waiting, this.#timer] = [[], null];
      this.#voice.textContent = said.length === 1 ? said[0] : say(`${said.length} nouveaux messages`, `${said.length} new messages`);
    }, this.#voice.textContent === '' ? 300 : announceEvery);
  }

  #show() {
    const now = Date.now();
    for (const [who, until] of this.#writers) if (until < now) this.#writers.delete(who);
    for (const [node, { until }] of this.#nodes) if (until < now) this.#nodes.delete(node);
    const writers = [...this.#writers.keys()];
    this.#set(this.#typing, writers.length === 0 ? '' : writers.length > 3 ? say('Plusieurs personnes écrivent…', 'Several people are writing…')
      : list(writers, 0) + say(writers.length === 1 ? ' écrit…' : ' écrivent…', writers.length === 1 ? ' is writing…' : ' are writing…'));
    const names = [...new Set([...this.#nodes.values()].flatMap((n) => n.people))].sort();
    const count = Math.max(names.length, [...this.#nodes.values()].reduce((sum, n) => sum + n.count, 0));
    this.#set(this.#people, count === 0 ? '' : say('Présents\u00A0: ', 'Present: ') + list(names.slice(0, mostNames), count - Math.min(names.length, mostNames)));
  }

  #set(element, text) {
    if (element.textContent !== text) element.textContent = text;
  }
}
