/** The words of the page's language: those of the page itself, and those of the cards for the keys of an explanation. */

export const language = document.documentElement.lang || 'en';

/** Calls of the page are answered in its language. */
export const IN_LANGUAGE = { 'Accept-Language': language };

let page = {};
let loading;

async function load() {
  const answer = await fetch('/demo/words', { headers: IN_LANGUAGE });
  if (!answer.ok) {
    throw new Error(`/demo/words: ${answer.status}`);
  }
  const words = await answer.json();
  page = words.page;
  return words;
}

/** Loads them once; before that nothing has words. */
export const wordsLoaded = () => (loading ??= load());

/** The words for a key such as 'card.details', with their {placeholders} filled. */
export const say = (key, values = {}) =>
  (page[key] ?? key).replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);

/** The words for a key that may have none. */
export const sayOr = (key, other) => page[key] ?? other;

/** "1 card", "2 cards". */
export const counted = (n, one, many) => say(n === 1 ? one : many, { n });
