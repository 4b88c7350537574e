// What people read, in the language of the page.
const english = document.documentElement.lang === 'en';

export const say = (french, inEnglish) => (english ? inEnglish : french);

export const code = english ? 'en' : 'fr';

const numbers = new Intl.NumberFormat(code);
const moments = new Intl.DateTimeFormat(code, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Europe/Paris' });

export const number = (value) => numbers.format(value);

export const moment = (second) => moments.format(new Date(second * 1000));
