// What a room or a thread gains with JavaScript: the page is whole without it.
import { Composer } from './composer.js';
import { useKeys } from './keys.js';
import { Line } from './line.js';
import { List } from './list.js';
import { Status } from './status.js';
import { say } from './words.js';

const page = document.querySelector('[data-chat-room]');
const ol = page?.querySelector('[data-messages]');
if (ol) start();

function start() {
  const [room, thread] = [page.dataset.chatRoom, page.dataset.chatThread ?? null];
  const place = page.querySelector('[data-live-status]');
  const [list, status] = [new List(ol, thread), new Status(place)];
  const changed = new Set();
  let [refreshing, reading, opened] = [null, null, false];

  const line = new Line(room, Number(page.dataset.commonPlace), {
    state(word) {
      status.state(word);
      if (word === 'open') {
        composer?.flush();
        // What was changed, signed or taken away meanwhile told nobody who was not there.
        if (opened) list.items.slice(-100).forEach((item) => refresh(item.dataset.message));
        opened = true;
      }
      if (word === 'absent') {
        list.clear();
        form?.remove();
      }
    },
    message,
    changed: (news) => refresh(news.id),
    typing: (news) => { if ((news.thread ?? null) === thread) status.typing(news.who); },
    present: (news) => status.present(news),
    tooMuch: () => status.state('much'),
  });
  const form = page.querySelector('[data-composer]');
  const composer = form ? new Composer(form, line, list) : null;
  useKeys(list, composer, form, place);
  page.querySelector('[data-acts]')?.addEventListener('submit', react);
  document.addEventListener('visibilitychange', read);
  addEventListener('scroll', read, { passive: true });
  line.run();

  function message(told) {
    if (list.find(told.id)) return;
    // An answer in a thread: its first message says how many there are.
    if (told.thread && told.thread !== thread) refresh(told.thread);
    if (!list.holds(told) || !page.dataset.latest) return;
    const low = isLow();
    const item = list.put(told);
    const own = ol.querySelector(`[data-sending="${told.id}"]`);
    own?.remove();
    if (!item || own) return;
    status.stopped(item.querySelector('.chat-name')?.textContent);
    if (document.hidden || !low) list.markUnread(item);
    else item.scrollIntoView({ block: 'nearest' });
    if (!document.hidden) status.announce(item);
    read();
  }

  // Several at once are asked for once, and not by everybody at the same moment.
  function refresh(id) {
    if (!list.find(id)) return;
    changed.add(id);
    refreshing ??= setTimeout(async () => {
      const asked = [...changed].slice(0, 100);
      refreshing = null;
      changed.clear();
      try {
        const found = await line.call('Show', asked, thread !== null);
        found.forEach((m) => list.put(m));
        asked.filter((a) => !found.some((m) => m.id === a)).forEach((gone) => list.remove(gone));
      } catch {
        asked.forEach((a) => changed.add(a));
      }
    }, 200 + Math.random() * 300);
  }

  function isLow() {
    return innerHeight + scrollY > (form ?? ol).getBoundingClientRect().top + scrollY - 80;
  }

  // What is on the screen has been read, once it has been there for a moment.
  function read() {
    if (document.hidden || !page.dataset.latest || !isLow()) return;
    reading ??= setTimeout(() => {
      reading = null;
      line.mention('MarkRead', line.newest);
    }, 3000);
  }

  // A sign put on a message does not leave the page; anything that fails goes by the form.
  async function react(event) {
    const button = event.submitter;
    if (button?.name !== 'Sign' || !line.isOpen) return;
    event.preventDefault();
    const id = button.closest('[data-message]').dataset.message;
    try {
      const answer = await fetch(button.formAction, { method: 'POST', body: new URLSearchParams(new FormData(event.target, button)), redirect: 'manual' });
      if (!answer.ok && answer.type !== 'opaqueredirect') throw new Error(say('Refusé', 'Refused'));
      refresh(id);
    } catch {
      event.target.action = button.formAction;
      const sign = Object.assign(document.createElement('input'), { type: 'hidden', name: 'Sign', value: button.value });
      event.target.append(sign);
      event.target.submit();
    }
  }
}
