// Sends what is written without leaving the page: kept until it is answered, and sent again under the same id.
import { say } from './words.js';

const draftAfter = 2000;
const typingEvery = 3000;
const tooFastWait = 2000;
const mostRefusals = 3;

export class Composer {
  #form;
  #line;
  #list;
  #text;
  #key;
  #queue;
  #sending = false;
  #refusals = 0;
  #draft = null;
  #typed = 0;

  constructor(form, line, list) {
    [this.#form, this.#line, this.#list] = [form, line, list];
    this.#text = form.elements.Text;
    // Of this tab alone: a shared computer keeps nothing once it is closed.
    this.#key = `chat.sending.${form.dataset.room}.${form.dataset.thread ?? ''}`;
    this.#queue = JSON.parse(sessionStorage.getItem(this.#key) ?? '[]');
    this.#queue.forEach((sent) => this.#show(sent));
    form.addEventListener('submit', (event) => this.#submit(event));
    this.#text.addEventListener('input', () => this.#input());
    this.#text.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        form.requestSubmit(form.querySelector('button[value="send"]'));
      }
    });
  }

  focus() {
    this.#text.focus();
  }

  /** What was not answered before the line was cut. */
  async flush() {
    if (this.#sending) return;
    this.#sending = true;
    try {
      while (this.#queue.length > 0) await this.#send(this.#queue[0]);
    } catch {
      // The line is cut: flushed again when it is back.
    } finally {
      this.#sending = false;
    }
  }

  #submit(event) {
    const data = new FormData(this.#form, event.submitter);
    const text = String(data.get('Text')).trimEnd();
    const files = data.getAll('Files').some((file) => file.size > 0);
    // Files, drafts and commands go by the page, as does everything before the line has opened once.
    if (event.submitter?.value === 'draft' || files || text === '' || /^\/[^/ ]/.test(text) || !this.#line.wasOpen) return;
    event.preventDefault();
    const sent = { id: data.get('Id'), text, who: data.get('Who'), organisations: data.getAll('Organisations'), people: data.getAll('People'), quotes: data.getAll('Quotes'), widenings: data.get('Widenings') };
    clearTimeout(this.#draft);
    this.#queue.push(sent);
    this.#keep();
    this.#show(sent);
    this.#clear();
    this.flush();
  }

  async #send(sent) {
    let answer;
    try {
      answer = await this.#line.call('Post', this.#form.dataset.thread ?? null, sent);
    } catch (failure) {
      const tooFast = String(failure.message).includes('too-fast');
      // Cut: sent again when the line is back. Answered by an error: again after a moment, but not for ever, as the others wait behind it.
      if (!tooFast && !this.#line.isOpen) throw failure;
      if (!tooFast) this.#refusals += 1;
      if (this.#refusals < mostRefusals) {
        await new Promise((done) => { setTimeout(done, tooFastWait); });
        return;
      }
      answer = { faults: [say('Ce message n’a pas pu être gardé\u00A0: essayez de l’envoyer à nouveau, ou autrement.', 'This message could not be kept: try to send it again, or otherwise.')] };
    }
    this.#refusals = 0;
    this.#queue.shift();
    this.#keep();
    this.#pending(sent.id)?.remove();
    if (answer.faults.length > 0) this.#fail(sent, answer.faults);
    else if (answer.html) this.#list.put({ id: answer.id, place: answer.place, thread: this.#form.dataset.thread ?? null, html: answer.html })?.scrollIntoView({ block: 'nearest' });
  }

  #show(sent) {
    const [item, text, note] = [document.createElement('li'), document.createElement('div'), document.createElement('p')];
    [item.className, text.className, note.className] = ['chat-message chat-message--sending', 'chat-text', 'chat-note'];
    item.dataset.sending = sent.id;
    text.textContent = sent.text;
    note.textContent = say('Envoi…', 'Sending…');
    item.append(text, note);
    this.#list.clearUnread();
    this.#list.element.append(item);
    item.scrollIntoView({ block: 'nearest' });
  }

  #fail(sent, faults) {
    if (this.#text.value.trim() === '') this.#text.value = sent.text;
    else this.#text.value = `${sent.text}\n${this.#text.value}`;
    this.#text.parentElement.querySelector('#chat-refused')?.remove();
    const why = document.createElement('p');
    why.className = 'fr-error-text';
    why.id = 'chat-refused';
    why.setAttribute('role', 'alert');
    why.textContent = faults.join(' ');
    this.#text.setAttribute('aria-describedby', why.id);
    this.#text.after(why);
    this.#text.focus();
  }

  #clear() {
    this.#text.value = '';
    this.#form.elements.Id.value = crypto.randomUUID();
    this.#form.querySelectorAll('input[name="Quotes"], blockquote, [data-draft], #chat-refused').forEach((used) => used.remove());
    // Who may read stays as it was chosen: the next message is told to no more people than this one.
    this.#text.focus();
  }

  #input() {
    clearTimeout(this.#draft);
    this.#draft = setTimeout(() => this.#line.mention('KeepDraft', this.#form.dataset.thread ?? null, this.#text.value), draftAfter);
    // What some will not read, they do not see being written.
    const narrowed = Boolean(this.#form.elements.Who?.value) || this.#form.querySelector('input[name="Quotes"]');
    if (!narrowed && this.#text.value !== '' && Date.now() - this.#typed > typingEvery) {
      this.#typed = Date.now();
      this.#line.mention('Typing', this.#form.dataset.thread ?? null);
    }
  }

  #pending(id) {
    return this.#list.element.querySelector(`[data-sending="${CSS.escape(id)}"]`);
  }

  #keep() {
    if (this.#queue.length > 0) sessionStorage.setItem(this.#key, JSON.stringify(this.#queue));
    else sessionStorage.removeItem(this.#key);
  }
}
