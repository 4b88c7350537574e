// Plays again what happened, one thing after the other: nothing moves until somebody asks.
import { calm } from './drawing.js';
import { button } from './keys.js';
import { moment, number, say } from './words.js';

// Two hundred steps at most, whatever the number of events; slower for who asked for less motion.
const mostSteps = 200;
const pace = () => (calm.matches ? 1000 : 200);

export class Replay {
  #events;
  #told;
  #at;
  #timer = null;
  #range;
  #said;
  #play;

  constructor(data, told) {
    [this.#events, this.#told, this.#at] = [data.replay, told, data.replay.length];
    this.element = document.createElement('div');
    this.element.className = 'bots-graph-tools';
    this.element.setAttribute('role', 'group');
    this.element.setAttribute('aria-label', say('Rejouer dans le temps', 'Replay in time'));
    this.#play = button('', () => (this.#timer === null ? this.#start() : this.#stop()));
    this.#range = Object.assign(document.createElement('input'), { type: 'range', min: 0, max: this.#events.length, value: this.#at });
    this.#range.setAttribute('aria-label', say('Moment', 'Moment'));
    this.#range.addEventListener('input', () => this.#go(Number(this.#range.value)));
    this.#said = document.createElement('span');
    this.element.append(this.#play, button(say('Un pas', 'One step'), () => this.#go(this.#at >= this.#events.length ? 1 : this.#at + 1)), button(say('Recommencer', 'Reset'), () => this.#reset()), this.#range, this.#said);
    this.#stop();
    this.#say();
  }

  #start() {
    if (this.#at >= this.#events.length) this.#at = 0;
    const step = Math.max(1, Math.ceil(this.#events.length / mostSteps));
    this.#play.textContent = say('Pause', 'Pause');
    this.#timer = setInterval(() => {
      this.#go(this.#at + step, true);
      if (this.#at >= this.#events.length) this.#stop();
    }, pace());
  }

  #stop() {
    clearInterval(this.#timer);
    this.#timer = null;
    this.#play.textContent = say('Rejouer', 'Play');
  }

  #reset() {
    this.#go(this.#events.length);
  }

  #go(to, playing = false) {
    if (!playing) this.#stop();
    this.#at = Math.min(to, this.#events.length);
    this.#range.value = this.#at;
    this.#told(this.#at === this.#events.length ? null : this.#shown());
    this.#say();
  }

  #shown() {
    const shown = { nodes: new Set(), edges: new Set() };
    for (const [, from, to] of this.#events.slice(0, this.#at)) {
      shown.nodes.add(from).add(to);
      shown.edges.add(from + ' ' + to);
    }
    return shown;
  }

  #say() {
    const last = this.#events[this.#at - 1];
    const when = last ? moment(last[0]) : say('avant le début', 'before the beginning');
    this.#said.textContent = `${number(this.#at)} / ${number(this.#events.length)} · ${when}`;
    this.#range.setAttribute('aria-valuetext', when);
  }
}
