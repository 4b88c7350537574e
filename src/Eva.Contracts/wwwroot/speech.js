// Reads a page aloud with the browser's own voice and highlights what is being read.
// On any page:  <button data-listen="#text">Écouter</button>  reads the element #text, and stops it when pressed again.
// An element with data-spoken="…" is said that way (numbers, abbreviations); one with data-silent is left out, and what a closed <details> hides.
// What stands inside lang="uk" is said by a voice of that language (data-voice="uk-UA" is preferred), or left out where there is none:
// the button's data-no-voice="…" then says so, in that language.
// Works with no voice: the page says so in words and nothing is blocked.

const RATE = 0.9; // A little slower than speech: the public reads with difficulty.
const START_WITHIN = 3000; // ms. Some devices list voices and never speak.
const UNAVAILABLE = 'La lecture à voix haute n’est pas disponible sur cet appareil. Vous pouvez continuer.';

const synthesis = globalThis.speechSynthesis;
// The highlight is painted over the text: no element is added to a page that somebody else draws.
const mark = globalThis.Highlight && globalThis.CSS?.highlights ? new Highlight() : null;
if (mark) CSS.highlights.set('lecture', mark);

let turn = 0;
let whenSilent = null;

/** Reads parts in turn: [{ element, spoken }]. True once the voice is heard, false when this device has none. */
export async function speak(parts, onSilence) {
  stop();
  if (!synthesis || !globalThis.SpeechSynthesisUtterance) return false;
  const mine = ++turn;
  const voices = await allVoices();
  if (mine !== turn) return true;
  const written = parts.flatMap(({ element, spoken }) => segments(element, spoken)).flatMap(split);
  if (written.length === 0) return true;
  const sentences = written.map((sentence) => ({ ...sentence, voice: voiceOf(sentence.tag, voices) })).filter(({ voice }) => voice !== null);
  if (sentences.length === 0) return false;
  whenSilent = onSilence ?? null;
  return await new Promise((resolve) => {
    const tooLate = setTimeout(() => end(false), START_WITHIN);
    const end = (heard) => {
      clearTimeout(tooLate);
      if (mine === turn) stop();
      resolve(heard);
    };
    const next = (index) => {
      if (mine !== turn) return resolve(true);
      if (index === sentences.length) return end(true);
      const sentence = sentences[index];
      const utterance = new SpeechSynthesisUtterance(sentence.said);
      utterance.lang = sentence.tag;
      utterance.rate = RATE;
      if (sentence.voice) utterance.voice = sentence.voice;
      utterance.onstart = () => {
        clearTimeout(tooLate);
        resolve(true);
        if (mine === turn) show(sentence, 0, sentence.said.length);
      };
      utterance.onboundary = (event) => {
        if (mine !== turn || event.name === 'sentence' || !sentence.exact) return;
        const rest = sentence.said.slice(event.charIndex);
        show(sentence, event.charIndex, event.charIndex + (event.charLength || rest.match(/^[^\s]+/u)?.[0].length || 1));
      };
      utterance.onend = () => next(index + 1);
      utterance.onerror = (event) => { if (event.error !== 'interrupted' && event.error !== 'canceled') end(false); };
      synthesis.speak(utterance);
    };
    next(0);
  });
}

export function stop() {
  turn++;
  synthesis?.cancel();
  clear();
  const told = whenSilent;
  whenSilent = null;
  told?.();
}

async function allVoices() {
  const voices = synthesis.getVoices();
  if (voices.length > 0) return voices;
  await new Promise((resolve) => {
    synthesis.addEventListener?.('voiceschanged', resolve, { once: true });
    setTimeout(resolve, 1000);
  });
  return synthesis.getVoices();
}

/** undefined: no list, let the device choose; null: voices, none of this language. */
function voiceOf(tag, voices) {
  if (voices.length === 0) return undefined;
  const plain = (lang) => lang.replace('_', '-').toLowerCase();
  const primary = plain(tag).split('-')[0];
  const same = voices.filter((voice) => plain(voice.lang).split('-')[0] === primary);
  // A voice on the device answers without a network and tells where it is in the sentence.
  return same.find((voice) => plain(voice.lang) === plain(tag) && voice.localService) ?? same.find((voice) => voice.localService) ?? same[0] ?? null;
}

/** The language of an element, as a voice is asked for. */
function tagOf(element) {
  const { lang, dataset } = element.closest('[lang]') ?? { lang: 'fr', dataset: {} };
  return dataset.voice ?? (lang === 'fr' ? 'fr-FR' : lang);
}

/** Whether something in these elements is in a language that this device has no voice for. */
export async function lacksVoice(elements) {
  if (!synthesis) return false;
  const voices = await allVoices();
  return elements.filter(Boolean).some((element) => [element, ...element.querySelectorAll('[data-voice]')].some((told) => told.dataset.voice && voiceOf(told.dataset.voice, voices) === null));
}

/** Cuts an element into blocks of text, each with the text nodes it comes from. */
function segments(element, spoken) {
  if (!element) return [];
  if (spoken && bare(spoken) !== bare(element.textContent)) return [{ element, said: spoken, nodes: null }];
  const found = [];
  const walk = (node) => {
    if (node.nodeType === Node.TEXT_NODE) {
      if (node.data.trim()) {
        const last = found.at(-1);
        const block = blockOf(node);
        if (last?.nodes && last.block === block) last.nodes.push(node);
        else found.push({ element: node.parentElement, block, nodes: [node] });
      }
    } else if (node.nodeType === Node.ELEMENT_NODE && isSaid(node)) {
      if (node.dataset?.spoken) found.push({ element: node, said: node.dataset.spoken, nodes: null });
      else node.childNodes.forEach(walk);
    }
  };
  walk(element);
  return found.map((segment) => segment.nodes ? { ...segment, said: segment.nodes.map((node) => node.data).join('') } : segment);
}

/** Said as it is written, it can be followed word by word. */
const bare = (text) => text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();

function isSaid(element) {
  return !element.hidden && element.dataset?.silent === undefined && element.getAttribute('aria-hidden') !== 'true'
    && !(element.tagName === 'DETAILS' && !element.open)
    // A button that is a word of a text says so; so does what folds a text told in two languages.
    && (element.dataset.said !== undefined || !/^(script|style|button|svg|input|textarea|select|details|summary)$/i.test(element.tagName));
}

function blockOf(node) {
  let element = node.parentElement;
  while (element.parentElement && getComputedStyle(element).display.startsWith('inline')) element = element.parentElement;
  return element;
}

/** One utterance per sentence: long ones are cut short by some browsers. */
function split(segment) {
  const tag = tagOf(segment.element);
  const sentences = globalThis.Intl?.Segmenter
    ? [...new Intl.Segmenter(tag, { granularity: 'sentence' }).segment(segment.said)].map((part) => [part.segment, part.index])
    : [[segment.said, 0]];
  return sentences.filter(([said]) => /[\p{L}\p{N}]/u.test(said))
    .map(([said, from]) => ({ said, from, tag, exact: segment.nodes !== null, nodes: segment.nodes, element: segment.element }));
}

function show(sentence, from, to) {
  clear();
  const range = mark && sentence.exact ? rangeOf(sentence.nodes, sentence.from + from, sentence.from + to) : null;
  if (range) mark.add(range);
  else sentence.element.classList.add('lecture-en-cours');
}

function rangeOf(nodes, from, to) {
  const at = (position) => {
    for (const node of nodes) {
      if (position <= node.length) return [node, position];
      position -= node.length;
    }
    return null;
  };
  const [start, end] = [at(from), at(to)];
  // The page may have been drawn again meanwhile.
  if (!start || !end || !start[0].isConnected || !end[0].isConnected) return null;
  const range = new Range();
  range.setStart(...start);
  range.setEnd(...end);
  return range;
}

function clear() {
  mark?.clear();
  document.querySelectorAll('.lecture-en-cours').forEach((element) => element.classList.remove('lecture-en-cours'));
}

addEventListener('pagehide', stop);

// Without this script a button that reads would do nothing: pages send it hidden.
document.querySelectorAll('button[data-listen][hidden]').forEach((button) => { button.hidden = false; });

document.addEventListener('click', async (event) => {
  const button = event.target.closest?.('button[data-listen]');
  if (!button) return;
  if (button.getAttribute('aria-pressed') === 'true') return stop();
  const element = document.querySelector(button.dataset.listen);
  button.setAttribute('aria-pressed', 'true');
  const lacks = button.dataset.noVoice && await lacksVoice([element]);
  // Where no voice speaks the person's language, the French is shown and heard.
  if (lacks) element.querySelectorAll('details').forEach((details) => { details.open = true; });
  const heard = await speak([{ element, spoken: element?.dataset.spoken }], () => button.setAttribute('aria-pressed', 'false'));
  if (!heard) button.setAttribute('aria-pressed', 'false');
  if (lacks || !heard) tell(button, heard ? button.dataset.noVoice : UNAVAILABLE);
});

function tell(button, words) {
  let message = button.parentElement.querySelector('[data-listen-message]');
  if (!message) {
    message = document.createElement('p');
    message.dataset.listenMessage = '';
    message.setAttribute('role', 'status');
    button.after(message);
  }
  message.textContent = words;
  message.lang = words === UNAVAILABLE ? 'fr' : button.dataset.noVoiceLang;
  message.dir = 'auto';
}
