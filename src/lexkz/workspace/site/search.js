/* Stems for the site's search: the twin of lexkz.languages.stemming, driven by the same tables (LEXKZ_STEMMING). */
var lexkzStemming = (function (data) {
  "use strict";
  const VOWELS = new Set(data.vowels);
  const OWN = new Set(data.own);
  const WHOLE = new Set(data.whole);
  const CYRILLIC = /[\u0400-\u04ff]/;
  const byText = new Map();
  for (const [text, after, harmony, least, strong, weak] of data.endings) {
    if (!byText.has(text)) byText.set(text, []);
    byText.get(text).push({ text, after: new RegExp(`(?:${after})$`), harmony, least, strong, weak });
  }
  const longest = Math.max(...[...byText.keys()].map((text) => text.length));
  const snowball = {};
  const stemWith = (name, make, word) => (snowball[name] = snowball[name] || make()).stemWord(word);
  const own = (map, word) => (Object.hasOwn(map, word) ? map[word] : word);
  const russian = (word) =>
    Object.hasOwn(data.words, word)
      ? data.words[word]
      : own(data.lost_russian, stemWith("russian", () => new RussianStemmer(), word));
  const english = (word) => stemWith("english", () => new EnglishStemmer(), word);

  const small = (char) => (char.toLowerCase().length === char.length ? char.toLowerCase() : char);
  const fold = (text) => [...text].map((char) => data.alike[small(char)] || small(char)).join("");
  const plain = (text) =>
    [...text.normalize("NFC")]
      .map((char) => (data.dashes.includes(char) ? "-" : char))
      .filter((char) => !data.dropped.includes(char))
      .join("");
  const folded = (token) => (CYRILLIC.test(token) ? fold(token.replaceAll("H", "Н")) : token.toLowerCase());
  const TOKEN = /[0-9]+(?:[-./][0-9]+)*(?![\p{L}\p{N}_])|[\p{L}\p{N}_]+/gu;
  const words = (text) => (plain(text).match(TOKEN) || []).map(folded);

  const hardened = (word) => {
    if (word.length < 3) return word;
    if (word.endsWith("сс") || (word.length > 3 && word.endsWith("ст"))) return word.slice(0, -1);
    const last = word[word.length - 1];
    return word.slice(0, -1) + (data.voiced[last] || last);
  };
  const looksRussian = (word) => {
    const vowels = [...word].filter((char) => VOWELS.has(char));
    return (
      [...word].some((char) => data.letters.includes(char)) ||
      vowels.slice(1).some((char) => data.late.includes(char)) ||
      (word.length > 1 && !VOWELS.has(word[0]) && !VOWELS.has(word[1]))
    );
  };
  const harmonies = (base) => {
    const vowel = [...base].reverse().find((char) => VOWELS.has(char));
    const last = base[base.length - 1];
    if (!vowel) return [];
    if ("ьә".includes(last) || data.either.includes(vowel)) return ["back", "front", "any"];
    if (data.front.includes(vowel)) return ["front", "any"];
    if ("кг".includes(last)) return ["back", "front", "any"];
    const cluster = base.length > 2 && !VOWELS.has(base[base.length - 2]);
    return cluster ? ["back", "any", "loan"] : ["back", "any"];
  };
  const baseOf = (word) => own(data.lost, hardened(word));
  const unlikely = (base, ending) =>
    ending.weak || (base.length < 3 && !ending.strong) || data.unlike.some((end) => base.endsWith(end));
  const lastEnding = (word, inDoubt) => {
    let longestSeen = null;
    for (let length = Math.min(longest, word.length - 2); length > 0; length--) {
      const base = word.slice(0, -length);
      for (const ending of byText.get(word.slice(-length)) || []) {
        const fits =
          base.length >= ending.least &&
          ending.after.test(base) &&
          harmonies(base).includes(ending.harmony);
        if (!fits) continue;
        if (WHOLE.has(baseOf(base))) return ending;
        if (longestSeen === null && !(inDoubt && unlikely(base, ending))) longestSeen = ending;
      }
    }
    return longestSeen;
  };
  const doubtful = (word) => ![...word].some((char) => OWN.has(char));
  const cut = (whole) => {
    let sure = !doubtful(whole) || !looksRussian(whole);
    let word = baseOf(whole);
    while (!WHOLE.has(word)) {
      const ending = lastEnding(word, doubtful(word));
      if (ending === null) break;
      const base = word.slice(0, -ending.text.length);
      sure =
        sure ||
        ending.strong ||
        data.nouns.some((end) => base.endsWith(end)) ||
        (base.endsWith("т") && ending.text.startsWith("т"));
      word = baseOf(base);
    }
    return sure || WHOLE.has(word) ? word : whole;
  };
  const latin = (token) => {
    const found = english(token);
    return found && [...found].every((char) => data.latin.includes(char)) ? stem(fold(found)) : found;
  };
  const stem = (token) => {
    if (!token || /^\p{Nd}/u.test(token) || token.includes("_")) return token;
    if (!CYRILLIC.test(token)) return latin(token);
    const base = cut(token);
    return WHOLE.has(base) ? base : hardened(russian(base));
  };
  return { words, stem };
})(LEXKZ_STEMMING);

/* Sphinx leaves numbers alone out of its search; in law a number is what one looks for, so that it gets a sign. */
var splitQuery = function (query) {
  return lexkzStemming.words(query).map((word) => (/^[0-9]+$/.test(word) ? "№" + word : word));
};
var Stemmer = function () {
  this.stemWord = (word) => (word.startsWith("№") ? word : lexkzStemming.stem(word));
};
/* A page opened as a file cannot read other pages: results come without summaries, and without an error. */
if (typeof DOCUMENTATION_OPTIONS !== "undefined" && window.location.protocol === "file:") {
  DOCUMENTATION_OPTIONS.SHOW_SEARCH_SUMMARY = false;
}
