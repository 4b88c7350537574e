// What people read, in the language of the page.
const english = document.documentElement.lang === 'en';

export const say = (french, inEnglish) => (english ? inEnglish : french);

export const code = english ? 'en' : 'fr';

const lists = new Intl.ListFormat(code, { type: 'conjunction' });

export const list = (names, others) =>
  lists.format(others > 0 ? [...names, say(others === 1 ? 'une autre personne' : `${others} autres personnes`, others === 1 ? 'one other' : `${others} others`)] : names);
