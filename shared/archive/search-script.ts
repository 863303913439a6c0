import { SEGMENT, SIGNS } from './search-index';

/**
 * The script of the search page, and of the form on the first one, which leads there. It loads the parts of the index that
 * a search needs as plain scripts, so that it works from a file path, and shows what it finds as a list of links. Nothing of
 * the index is ever read as markup.
 */
export const SEARCH_SCRIPT = `'use strict';
(() => {
  const SIGNS = '${SIGNS}';
  const SEGMENT = ${SEGMENT};
  const SHOWN = 100;
  const form = document.getElementById('search');
  if (!form) return;
  const field = form.querySelector('input');
  const status = document.getElementById('search-status');
  const list = document.getElementById('search-found');
  const waiting = new Map();
  const shown = new Map();
  let parts = [];
  let asked = 0;

  /** Words as the index has them: without case, accents or compatibility forms. */
  const fold = (text) =>
    text.normalize('NFKD').replace(/\\p{M}/gu, '').toLowerCase().match(/[\\p{L}\\p{N}]+/gu) || [];

  window.standfirstParts = (given) => { parts = given; };
  window.standfirstWords = (part, words) => { waiting.get(part)?.(words); };
  window.standfirstNames = (part, names) => { shown.set(part, names); waiting.get(part + '-names')?.(names); };

  const loaded = new Map();
  const load = (part) => {
    if (!loaded.has(part))
      loaded.set(part, new Promise((resolve, reject) => {
        const script = document.createElement('script');
        waiting.set(part, resolve);
        script.onerror = () => { loaded.delete(part); reject(new Error(part)); };
        script.src = 'search/' + part + '.js';
        document.head.append(script);
      }));
    return loaded.get(part);
  };

  const shardOf = (word) => {
    const first = word.codePointAt(0);
    return /^[a-z0-9]/.test(word) ? word[0] : 'u' + (first % 16).toString(16);
  };

  /** The words of a segment that begin as one does: an empty object where it has none. */
  const wordsFor = (segment, word) => {
    const shards = parts[segment];
    if (shards === '') return load(String(segment));
    return shards.split(' ').includes(shardOf(word)) ? load(segment + '-' + shardOf(word)) : Promise.resolve({});
  };

  /** What is shown of a segment's releases. That of one that is not full came with its words. */
  const namesOf = async (segment) => {
    const part = String(segment);
    return shown.get(part) ?? load(part + '-names');
  };

  /** Numbers of releases with their weight: two where the word names them. */
  const weights = (words, begins) => {
    const found = new Map();
    for (const word of Object.keys(words)) {
      if (!word.startsWith(begins)) continue;
      const [all, naming = ''] = words[word].split(' ');
      const read = (signs, weight) => {
        for (let at = 0; at < signs.length; at += 2) {
          const number = SIGNS.indexOf(signs[at]) * SIGNS.length + SIGNS.indexOf(signs[at + 1]);
          found.set(number, Math.max(found.get(number) || 0, weight));
        }
      };
      read(all, 1);
      read(naming, 2);
    }
    return found;
  };

  const findIn = async (segment, wanted) => {
    const each = [];
    for (const word of wanted) each.push(weights(await wordsFor(segment, word), word));
    const [first, ...others] = each;
    const found = [];
    for (const [number, weight] of first) {
      let sum = weight;
      if (!others.every((other) => { const more = other.get(number); sum += more || 0; return more !== undefined; })) continue;
      found.push({ segment, number, sum });
    }
    return found;
  };

  const item = (row) => {
    const [address, headline, day, language, direction] = row;
    const li = document.createElement('li');
    li.lang = language;
    li.dir = direction;
    const heading = document.createElement('h2');
    heading.className = 'e';
    const link = document.createElement('a');
    link.href = address;
    link.textContent = headline;
    heading.append(link);
    const when = document.createElement('p');
    when.className = 'm';
    when.textContent = day;
    li.append(heading, when);
    return li;
  };

  const say = (count, shown) => {
    const { none, one, many, first } = form.dataset;
    const words = count === 0 ? none : count === 1 ? one : many.replace('{n}', count);
    status.textContent = shown < count ? words + ' ' + first.replace('{n}', shown) : words;
  };

  const search = async () => {
    const wanted = [...new Set(fold(field.value))];
    const own = ++asked;
    if (wanted.length === 0) { status.textContent = ''; list.replaceChildren(); return; }
    const found = (await Promise.all(parts.map((_, segment) => findIn(segment, wanted)))).flat();
    found.sort((a, b) => b.sum - a.sum || b.segment * SEGMENT + b.number - (a.segment * SEGMENT + a.number));
    const shown = found.slice(0, SHOWN);
    const items = [];
    for (const { segment, number } of shown) items.push(item((await namesOf(segment))[number]));
    if (own !== asked) return;
    list.replaceChildren(...items);
    say(found.length, shown.length);
  };
  const start = () => { search().catch(() => { status.textContent = form.dataset.waits; }); };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (list) start();
    else location.assign('search.html?q=' + encodeURIComponent(field.value));
  });
  form.hidden = false;
  if (!list) return;
  document.getElementById('search-waits').remove();
  const parameters = document.createElement('script');
  parameters.src = 'search/parts.js';
  parameters.onload = () => {
    const asked = new URLSearchParams(location.search).get('q');
    if (asked) { field.value = asked; start(); }
  };
  document.head.append(parameters);
})();
`;
