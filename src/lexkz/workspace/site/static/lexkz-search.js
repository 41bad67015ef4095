/* Results of a search that a reader of law can tell apart: acts by their number, units of texts in force, changes,
   tables and forms. Sphinx finds the pages; this shows which unit it is. Without it Sphinx's own list stands. */
(() => {
  "use strict";
  if (typeof Search === "undefined" || !Search._performSearch || !Search._parseQuery) return;
  const root = document.documentElement.dataset.content_root || "";
  const AT_ONCE = 12, PLACES = 3, AROUND = 90;
  const loaded = new Map();
  let words = {}, acts = [];
  window.lexkzActs = (said, found) => { words = said; acts = found; };
  window.lexkzUnits = (page, units) => { loaded.set(page, units); };
  const load = (file) => new Promise((done) => {
    const script = document.createElement("script");
    script.src = root + file.split("/").map(encodeURIComponent).join("/").replaceAll("%40", "@");
    // What is not there leaves the page of the act as the result.
    script.onload = script.onerror = done;
    document.head.append(script);
  });
  const element = (tag, kind, said, lang) => {
    const made = document.createElement(tag);
    if (kind) made.className = kind;
    if (said) made.textContent = said;
    if (lang) made.lang = lang;
    return made;
  };
  const stems = new Map();
  const stemmer = new Stemmer();
  const stemmed = (word) => {
    if (!stems.has(word)) stems.set(word, stemmer.stemWord(word.toLowerCase()));
    return stems.get(word);
  };
  /* The text of a page's article without what stands around it: menus, buttons, lists of files. */
  Search.htmlToText = (html, anchor) => {
    const page = new DOMParser().parseFromString(html, "text/html");
    for (const one of page.querySelectorAll(".headerlink, script, style, nav, form, details, .lx-choices, .lx-state, .lx-kicker, .lx-marks, .lx-unit-menu, .lxc-strip, .lxc-filter, button, .lx-way, .lx-link")) one.remove();
    const held = (anchor && page.querySelector(`[role="main"] ${anchor}`)) || page.querySelector('[role="main"]');
    if (!held) return "";
    for (const one of held.querySelectorAll("p, li, td, th, h1, h2, h3, h4, h5, div, tr, br, section, article, span[class], a[class]")) one.append(" ");
    return held.textContent.replace(/\s+/g, " ");
  };
  /* The name of an act that is asked for: «391», «№ 391», «V2400035172», a number of the register. */
  const named = (query) => {
    const asked = query.trim().replace(/^№\s*/, "").toLowerCase();
    if (!/\d/.test(asked) || /\s/.test(asked)) return [];
    return acts.filter((act) => [act.number, act.register, act.id].some((one) => one.toLowerCase() === asked));
  };
  const phrases = (query) => Array.from(query.matchAll(/["«“„]([^"»”“]+)["»”“]/g), (found) => splitQuery(found[1]).map((word) => word.toLowerCase())).filter((one) => one.length);
  const holds = (said, phrase) => said.some((_word, at) => phrase.every((word, place) => said[at + place] === word));
  /* The units that hold all of the words, in their text and in their name («пункт 6», in what documents): those first and
     alone of which the text says at least one, since many a name does. */
  const matching = (units, terms, wanted) => {
    const found = units.map((unit) => {
      const own = splitQuery(unit[3]).map((word) => word.toLowerCase()), stems = new Set(own.map(stemmed));
      const named = new Set(splitQuery(unit[2]).map((word) => stemmed(word.toLowerCase())));
      const whole = [...terms].every((term) => stems.has(term) || named.has(term)) && wanted.every((phrase) => holds(own, phrase));
      return [unit, whole, [...terms].some((term) => stems.has(term))];
    }).filter((one) => one[1]);
    return (found.some((one) => one[2]) ? found.filter((one) => one[2]) : found).map((one) => one[0]);
  };
  /* The words around the first that is looked for, and all of those marked. */
  const sample = (text, terms, lang) => {
    const made = element("p", "lx-sample", "", lang), plain = text.replace(/\s+/g, " ");
    const found = Array.from(plain.matchAll(/[\p{L}\p{N}_-]+/gu)).filter((one) => splitQuery(one[0]).some((word) => terms.has(stemmed(word))));
    const first = found.length ? found[0].index : 0;
    let start = Math.max(0, first - AROUND);
    if (start) start = plain.indexOf(" ", start) + 1 || start;
    let end = Math.min(plain.length, first + 2 * AROUND);
    if (end < plain.length) end = plain.lastIndexOf(" ", end) > first ? plain.lastIndexOf(" ", end) : end;
    if (start) made.append("… ");
    let at = start;
    for (const one of found) {
      if (one.index < start || one.index + one[0].length > end) continue;
      made.append(plain.slice(at, one.index), element("mark", "", one[0]));
      at = one.index + one[0].length;
    }
    made.append(plain.slice(at, end), end < plain.length ? " …" : "");
    return made;
  };
  const facts = (act) => {
    const made = element("p", "lx-row-head");
    made.append(element("b", "", act.name, act.lang), element("span", "", act.version), element("span", "", act.language));
    if (act.state[0]) made.append(element("span", `lx-badge lx-badge-${act.state[0]}`, act.state[1]));
    return made;
  };
  const row = (act, terms, units) => {
    const made = element("li", "lx-found");
    made.dataset.lang = act.lang;
    made.append(facts(act));
    const head = element("p", "lx-row-title"), way = element("a", "", act.title || act.name, act.lang);
    way.href = `${root}${act.page}.html`;
    head.append(way);
    made.append(head);
    const places = element("ul", "lx-places");
    const put = (unit) => {
      const item = element("li"), name = element("a", "", unit[2], act.lang);
      name.href = `${root}${act.page}.html#${encodeURIComponent(unit[1])}`;
      item.append(name, sample(unit[3], terms, act.lang));
      places.append(item);
    };
    units.slice(0, PLACES).forEach(put);
    if (units.length) made.append(places);
    if (units.length > PLACES) {
      const more = element("button", "lx-more", words.more.replace("{count}", units.length - PLACES));
      more.type = "button";
      more.addEventListener("click", () => { units.slice(PLACES).forEach(put); more.remove(); });
      made.append(more);
    }
    return made;
  };
  const kindOf = (name) => name.startsWith("acts/V") || byPage.has(name) ? "acts" : name.startsWith("changes/") ? "changes" : /^(tables|forms)\//.test(name) ? "annexes" : "other";
  let byPage = new Map();
  const page = (result, terms) => {
    const made = element("li", "lx-found"), way = element("a", "", result[1]);
    way.href = `${root}${result[0]}.html${result[2]}`;
    made.append(way);
    const lang = /(?:^|\/|-)(kaz|rus)(?:[@/]|$)/.exec(result[0]);
    if (lang) made.dataset.lang = { kaz: "kk", rus: "ru" }[lang[1]];
    if (DOCUMENTATION_OPTIONS.SHOW_SEARCH_SUMMARY) fetch(`${root}${result[0]}.html`).then((answer) => answer.text()).then((html) => {
      made.append(sample(Search.htmlToText(html, result[2]), terms));
    }).catch(() => {});
    return made;
  };
  /* Buttons that leave one kind of results, or one language of texts. */
  const choices = (parts, lists) => {
    const bar = element("p", "lx-facets"), state = { kind: "", lang: "" };
    const apply = () => {
      for (const [kind, part] of parts) part.hidden = Boolean(state.kind) && state.kind !== kind;
      for (const item of lists.querySelectorAll(".lx-found")) item.hidden = Boolean(state.lang && item.dataset.lang && item.dataset.lang !== state.lang);
    };
    const button = (name, value, said) => {
      const made = element("button", "", said);
      made.type = "button";
      made.setAttribute("aria-pressed", String(state[name] === value));
      made.addEventListener("click", () => {
        state[name] = state[name] === value ? "" : value;
        for (const one of bar.querySelectorAll("button")) one.setAttribute("aria-pressed", String(state[one.dataset.of] === one.dataset.value));
        apply();
      });
      made.dataset.of = name;
      made.dataset.value = value;
      bar.append(made);
    };
    if (parts.size > 1) for (const kind of parts.keys()) button("kind", kind, `${words[kind]}`);
    const langs = new Map(acts.map((act) => [act.lang, act.language]));
    if (langs.size > 1) for (const [code, said] of langs) button("lang", code, said);
    return bar;
  };
  const part = (kind, items) => {
    const made = element("section", "lx-found-part"), list = element("ul", "search lx-found-list");
    made.append(element("h2", "", words[kind]), list);
    list.append(...items);
    return made;
  };
  const show = async (query, results, terms) => {
    await load("lexkz-acts.js");
    byPage = new Map(acts.map((act) => [act.page, act]));
    const wanted = phrases(query), seen = new Set(), kinds = new Map([["acts", []], ["changes", []], ["annexes", []], ["other", []]]);
    // The last of Sphinx's results is the best; of a page only the best is shown.
    for (const result of [...results].reverse()) {
      if (seen.has(result[0])) continue;
      seen.add(result[0]);
      kinds.get(kindOf(result[0])).push(result);
    }
    const asked = named(query);
    const found = kinds.get("acts").map((result) => byPage.get(result[0])).filter((act) => act && !asked.includes(act));
    const parts = new Map(), whole = element("div");
    const rows = asked.map((act) => row(act, terms, []));
    const some = async (from) => {
      const made = [], each = found.slice(from, from + AT_ONCE);
      await Promise.all(each.map((act) => loaded.has(act.page) ? null : load(`${act.page}.units.js`)));
      for (const act of each) {
        const units = matching(loaded.get(act.page) || [], terms, wanted);
        if (units.length || !wanted.length) made.push([units.length, row(act, terms, units)]);
      }
      // Where all words stand in one unit is more than where they stand in the act.
      return made.sort((one, other) => Math.min(other[0], 1) - Math.min(one[0], 1)).map((each) => each[1]);
    };
    rows.push(...await some(0));
    if (rows.length) parts.set("acts", part("acts", rows));
    if (found.length > AT_ONCE) {
      const more = element("button", "lx-more", words.rest.replace("{count}", found.length - AT_ONCE));
      more.type = "button";
      let from = AT_ONCE;
      more.addEventListener("click", async () => {
        parts.get("acts").querySelector(".lx-found-list").append(...await some(from));
        from += AT_ONCE;
        if (from >= found.length) more.remove(); else more.textContent = words.rest.replace("{count}", found.length - from);
      });
      if (!parts.has("acts")) parts.set("acts", part("acts", []));
      parts.get("acts").append(more);
    }
    if (!wanted.length) for (const kind of ["changes", "annexes", "other"]) {
      const each = kinds.get(kind);
      if (each.length) parts.set(kind, part(kind, each.slice(0, 50).map((result) => page(result, terms))));
    }
    whole.append(...parts.values());
    if (wanted.length) whole.prepend(element("p", "lx-facts", words.phrase));
    if (parts.size) whole.prepend(choices(parts, whole));
    Search.output.replaceWith(whole);
    _finishSearch(whole.querySelectorAll(".lx-found").length);
  };
  Search.query = (query) => {
    const parsed = Search._parseQuery(query), results = Search._performSearch(...parsed);
    show(query, results, parsed[1]);
  };
})();
