/* Any two texts of an act beside each other. Without it the page shows each text with the one before it. */
(() => {
  "use strict";
  const form = document.querySelector(".lx-compare"), out = document.querySelector(".lx-compared");
  if (!form || !out) return;
  const still = Array.from(document.querySelectorAll("article section[id^='to-']"));
  const [from, to] = [form.elements.from, form.elements.to];
  const loaded = new Map(), waiting = new Map();
  window.lexkzUnits = (page, units) => { loaded.set(page, units); };
  const load = (file) => {
    const page = decodeURIComponent(file);
    if (!waiting.has(file)) waiting.set(file, new Promise((done, failed) => {
      const script = document.createElement("script");
      script.src = file;
      script.onload = () => done(Array.from(loaded).find(([name]) => `${name.split("/").pop()}.units.js` === page.split("/").pop())[1]);
      script.onerror = failed;
      document.head.append(script);
    }));
    return waiting.get(file);
  };
  const LATIN = "aeopcxyikhmtbAEOPCXYIKHMTB", CYRILLIC = "аеорсхуікһмтвАЕОРСХУІКҺМТВ";
  // Letters of the other script that look alike are no difference.
  const fold = (word) => /[\u0400-\u04ff]/.test(word) ? Array.from(word, (one) => { const at = LATIN.indexOf(one); return at < 0 ? one : CYRILLIC[at]; }).join("") : word;
  const tokens = (text) => text.match(/[\p{L}\p{N}_]+|\s+|[^\p{L}\p{N}_\s]/gu) || [];
  const longest = 4e6;
  /* Pairs of a mark ("", "del", "ins") and words: the longest common run of words. */
  const differ = (old, now) => {
    const a = tokens(old), b = tokens(now), x = a.map(fold), y = b.map(fold);
    let start = 0, end = 0;
    while (start < x.length && start < y.length && x[start] === y[start]) start++;
    while (end < x.length - start && end < y.length - start && x[x.length - 1 - end] === y[y.length - 1 - end]) end++;
    const rows = x.length - start - end, cols = y.length - start - end, made = [];
    const put = (mark, words) => {
      if (!words) return;
      const last = made[made.length - 1];
      if (last && last[0] === mark) last[1] += words; else made.push([mark, words]);
    };
    put("", b.slice(0, start).join(""));
    if (rows * cols > longest) {
      put("del", a.slice(start, start + rows).join(""));
      put("ins", b.slice(start, start + cols).join(""));
    } else {
      const width = cols + 1, best = new Uint32Array((rows + 1) * width);
      for (let i = rows - 1; i >= 0; i--) for (let j = cols - 1; j >= 0; j--)
        best[i * width + j] = x[start + i] === y[start + j] ? best[(i + 1) * width + j + 1] + 1 : Math.max(best[(i + 1) * width + j], best[i * width + j + 1]);
      let i = 0, j = 0;
      while (i < rows || j < cols) {
        if (i < rows && j < cols && x[start + i] === y[start + j]) { put("", b[start + j]); i++; j++; }
        else if (i < rows && (j === cols || best[(i + 1) * width + j] >= best[i * width + j + 1])) put("del", a[start + i++]);
        else put("ins", b[start + j++]);
      }
    }
    put("", end ? b.slice(b.length - end).join("") : "");
    return joined(made);
  };
  /* A blank between two changed words belongs to the change: one struck run reads better than five. */
  const joined = (pieces) => {
    const made = [];
    let old = "", now = "";
    const flush = () => {
      if (old) made.push(["del", old]);
      if (now) made.push(["ins", now]);
      old = now = "";
    };
    pieces.forEach(([mark, words], at) => {
      if (mark === "del") old += words;
      else if (mark === "ins") now += words;
      else if (!words.trim() && (old || now) && at + 1 < pieces.length) { old += words; now += words; }
      else { flush(); made.push([mark, words]); }
    });
    flush();
    return made;
  };
  const element = (tag, kind, words, lang) => {
    const made = document.createElement(tag);
    if (kind) made.className = kind;
    if (words) made.textContent = words;
    if (lang) made.lang = lang;
    return made;
  };
  const cell = (pieces, left, label) => {
    const made = element("td", "", "", form.dataset.lang);
    made.dataset.label = label;
    for (const [mark, words] of pieces) {
      if (!mark) made.append(words);
      else if ((mark === "del") === left) made.append(element(mark, "", words));
    }
    return made;
  };
  /* The units of the new text, each with that of the old one, and what fell away behind the one that stood before it. */
  const paired = (old, now) => {
    const before = new Map(old.map((unit) => [unit[0], unit])), after = new Set(now.map((unit) => unit[0]));
    const gone = new Map();
    let last = "";
    for (const unit of old) {
      if (after.has(unit[0])) last = unit[0];
      else gone.set(last, [...(gone.get(last) || []), unit]);
    }
    const rows = (gone.get("") || []).map((unit) => [unit, null]);
    for (const unit of now) {
      rows.push([before.get(unit[0]) || null, unit]);
      rows.push(...(gone.get(unit[0]) || []).map((each) => [each, null]));
    }
    return rows;
  };
  const show = (old, now, left, right) => {
    const rows = paired(old, now), body = element("tbody");
    let kept = 0, count = 0;
    const told = () => {
      if (!kept) return;
      const row = element("tr", "lx-kept"), held = element("td", "", form.dataset.kept.replace("{count}", kept));
      held.colSpan = 2;
      row.append(held);
      body.append(row);
      kept = 0;
    };
    for (const [one, other] of rows) {
      if (one && other && fold(one[3]) === fold(other[3])) { kept++; continue; }
      told();
      count++;
      const head = element("tr", "lx-of-group"), name = element("th", "lx-group", "", form.dataset.lang), way = element("a", "", (other || one)[2]);
      name.colSpan = 2;
      name.scope = "rowgroup";
      const unit = other || one;
      way.href = `${(other ? right : left).dataset.page}#${encodeURIComponent(unit[1])}`;
      name.append(way);
      head.append(name);
      const row = element("tr"), pieces = differ(one ? one[3] : "", other ? other[3] : "");
      row.append(cell(pieces, true, left.textContent), cell(pieces, false, right.textContent));
      body.append(head, row);
    }
    told();
    out.replaceChildren(element("p", "lx-facts", count ? form.dataset.title.replace("{count}", count) : form.dataset.same));
    if (!count) return;
    const table = element("table", "lx-table lx-both lx-cells"), heads = element("tr"), head = element("thead"), scroll = element("div", "lx-scroll");
    for (const option of [left, right]) {
      const one = element("th");
      one.scope = "col";
      const way = element("a", "", option.textContent);
      way.href = option.dataset.page;
      one.append(way);
      heads.append(one);
    }
    head.append(heads);
    table.append(head, body);
    scroll.append(table);
    out.append(scroll);
  };
  const compare = async (keep) => {
    const [left, right] = [from.selectedOptions[0], to.selectedOptions[0]];
    if (keep) {
      const address = new URL(location.href);
      address.searchParams.set("from", left.value);
      address.searchParams.set("to", right.value);
      address.hash = "";
      history.replaceState(null, "", address);
    }
    try {
      const [old, now] = await Promise.all([load(left.dataset.file), load(right.dataset.file)]);
      show(old, now, left, right);
      for (const section of still) section.hidden = true;
    } catch {
      out.replaceChildren(element("p", "", form.dataset.failed));
      for (const section of still) section.hidden = false;
    }
  };
  const asked = new URLSearchParams(location.search);
  for (const [field, name] of [[from, "from"], [to, "to"]]) {
    const wanted = asked.get(name);
    if (Array.from(field.options).some((option) => option.value === wanted)) field.value = wanted;
    field.addEventListener("change", () => compare(true));
  }
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  // A link to one of the texts beside the one before it shows that.
  const there = still.find((section) => `#${section.id}` === location.hash);
  if (there && !asked.has("to")) {
    const at = Array.from(to.options).findIndex((option) => `to-${option.value}` === there.id);
    if (at > 0) { to.selectedIndex = at; from.selectedIndex = at - 1; }
  }
  compare(false);
})();
