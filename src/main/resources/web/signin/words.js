/** The page's words in the chosen language. */

const KEY = 'gatehouse.language';
export const LANGUAGES = ['vi', 'en'];

let chosen = null;
let words = {};
let plurals = new Intl.PluralRules('vi');

function kept() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null; // storage is switched off
  }
}

/** The language as chosen before, else as the browser wants it; the market's own where it says nothing we have. */
export function language() {
  if (chosen === null) {
    const wanted = [kept(), ...navigator.languages.map((tag) => tag.slice(0, 2))];
    chosen = wanted.find((tag) => LANGUAGES.includes(tag)) ?? 'vi';
  }
  return chosen;
}

/** Fetches the words of the language from `folders`, each with a file for every language. */
export async function loadWords(folders) {
  const tag = language();
  const files = await Promise.all(folders.map((folder) => fetch(`${folder}/${tag}.json`, { credentials: 'same-origin' })));
  const parts = await Promise.all(files.map((file) => (file.ok ? file.json() : {})));
  words = Object.assign({}, ...parts);
  plurals = new Intl.PluralRules(tag);
  document.documentElement.lang = tag;
}

export function chooseLanguage(tag) {
  chosen = tag;
  try {
    localStorage.setItem(KEY, tag);
  } catch {
    // kept for this page only
  }
}

/** The text of `key` with `{name}` replaced; where `values.count` is given, the key's plural form if it has one. */
export function t(key, values = {}) {
  const plural = values.count === undefined ? undefined : words[`${key}.${plurals.select(Number(values.count))}`];
  const text = plural ?? words[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

/** The text of `key`, or `otherwise` where there is none. */
export function known(key, otherwise) {
  return words[key] ?? otherwise;
}
