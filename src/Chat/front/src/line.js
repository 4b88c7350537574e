// The connection of a page to its room: comes back by itself, and asks for all that it did not hear.
import { HttpTransportType, HubConnectionBuilder, LogLevel } from '@microsoft/signalr';
import { code } from './words.js';

const waits = [500, 1000, 2000, 4000, 8000, 15000, 30000];
// Places are microseconds. Two nodes may tell in another order than they kept: a little is asked for twice, and known by its id.
const overlap = 60 * 1e6;
const quiet = 60 * 1000;
const mostPages = 10;

/** What is told: state(word), message(m, fresh), changed(ids), typing(news), present(news), tooMuch(). */
export class Line {
  #told;
  #room;
  #hub;
  #common;
  #newest;
  #checked;
  #from = Infinity;
  #catching = null;
  #tries = 0;
  #ended = false;
  #wasOpen = false;
  #wake = () => {};

  constructor(room, common, told) {
    [this.#room, this.#common, this.#newest, this.#checked, this.#told] = [room, common, common, common, told];
    addEventListener('online', () => this.#wake());
    document.addEventListener('visibilitychange', () => { if (!document.hidden) this.#wake(); });
    setInterval(() => this.#check(), quiet);
  }

  /** Once heard, what is sent while it is cut waits for it. */
  get wasOpen() {
    return this.#wasOpen;
  }

  get isOpen() {
    return this.#hub?.state === 'Connected';
  }

  get newest() {
    return this.#newest;
  }

  /** Rejects when the line is cut before the answer: whoever asked asks again. */
  call(method, ...rest) {
    return this.isOpen ? this.#hub.invoke(method, this.#room, ...rest) : Promise.reject(new Error('closed'));
  }

  /** Said without waiting: lost when the line is cut, and of no consequence. */
  mention(method, ...rest) {
    if (this.isOpen) this.#hub.send(method, this.#room, ...rest).catch(() => {});
  }

  end() {
    this.#ended = true;
    this.#hub?.stop();
  }

  async run() {
    while (!this.#ended) {
      try {
        await this.#open();
        this.#tries = 0;
        this.#told.state('open');
        const closed = new Promise((done) => { this.#hub.onclose(done); });
        this.#ask(Math.min(this.#from, this.#common - overlap));
        await (this.isOpen ? closed : null);
        this.#told.state('waiting');
      } catch (failure) {
        await this.#hub?.stop();
        if (String(failure.message).includes('absent')) {
          this.#told.state('absent');
          return;
        }
        if (this.#tries > 1 && (await this.#isOver())) return;
        this.#told.state('waiting');
      }
      await this.#pause();
    }
  }

  async #open() {
    // Straight to a WebSocket: it needs no memory of the node that answered before. Where a network forbids it, what it lets through.
    const direct = this.#tries % 4 < 3;
    const hub = new HubConnectionBuilder()
      .withUrl(`/discussion/direct?lang=${code}`, direct ? { transport: HttpTransportType.WebSockets, skipNegotiation: true } : {})
      .configureLogging(LogLevel.None)
      .build();
    hub.on('posted', (news) => this.#posted(news));
    hub.on('missed', (news) => { if (news.room === this.#room) this.#ask(news.place - 1); });
    for (const name of ['changed', 'typing', 'present']) hub.on(name, (news) => { if (news.room === this.#room) this.#told[name](news); });
    this.#hub = hub;
    await hub.start();
    await hub.invoke('Enter', this.#room);
    this.#wasOpen = true;
  }

  #posted(news) {
    if (news.room !== this.#room) return;
    if (news.html === null || news.before > this.#common) this.#ask(Math.min(this.#common, news.place - 1));
    if (news.html !== null) this.#take(news, true);
    this.#common = Math.max(this.#common, news.place);
  }

  #take(message, fresh) {
    this.#newest = Math.max(this.#newest, message.place);
    this.#told.message(message, fresh);
  }

  /** From the earliest place that was asked for; asked again after a cut. */
  #ask(after) {
    this.#from = Math.min(this.#from, after);
    this.#catching ??= this.#catchUp().catch(() => {}).finally(() => { this.#catching = null; });
  }

  async #catchUp() {
    while (this.#from < Infinity) {
      let after = this.#from;
      this.#from = Infinity;
      try {
        for (let pages = 0, more = true; more; pages += 1) {
          if (pages === mostPages) return this.#told.tooMuch();
          const page = await this.call('CatchUp', after);
          for (const message of page.messages) this.#take(message, true);
          after = page.messages.at(-1)?.place ?? after;
          more = page.more;
        }
      } catch (failure) {
        this.#from = Math.min(this.#from, after);
        throw failure;
      }
    }
  }

  // News may be lost on its way: what was kept is there to be asked for.
  #check() {
    if (document.hidden || !this.isOpen) return;
    this.#ask(this.#checked - overlap);
    this.#checked = this.#newest;
  }

  #pause() {
    const wait = waits[Math.min(this.#tries, waits.length - 1)] * (0.75 + Math.random() / 2);
    this.#tries += 1;
    return new Promise((done) => {
      const timer = setTimeout(done, wait);
      this.#wake = () => { clearTimeout(timer); done(); };
    });
  }

  // Signed out, or no longer let in: the page itself says which.
  async #isOver() {
    try {
      const page = await fetch(location.pathname, { method: 'HEAD', redirect: 'manual' });
      if (page.ok || page.status >= 500) return false;
      this.#told.state(page.type === 'opaqueredirect' ? 'over' : 'absent');
      return true;
    } catch {
      return false;
    }
  }
}
