/* The page of a change: filter, one column, keys, and the link between a command's words and the text that it gave.
   Without this script all of the text is there; nothing is done before the page is shown. */
(() => {
  "use strict";
  const changes = Array.from(document.querySelectorAll(".lxc-change"));
  const form = document.querySelector("form.lxc-filter");
  if (!changes.length || !form) return;

  const folded = (text) => text.toLocaleLowerCase().replace(/\s+/g, " ").replace(/i/g, "і").trim();
  const holders = Array.from(document.querySelectorAll(".lxc-changes"));

  // --- filter -----------------------------------------------------------------------------------------------------
  const words = new WeakMap();
  const wordsOf = (change) => {
    if (!words.has(change)) words.set(change, folded(change.textContent));
    return words.get(change);
  };
  const fields = () => Array.from(form.elements).filter((field) => field.name && field.tagName === "SELECT");
  const fits = (change, chosen, text) =>
    chosen.every(([name, value]) => name === "types" ? change.dataset.types.split(" ").includes(value) : change.dataset[name] === value)
    && (!text || wordsOf(change).includes(text));

  function filter() {
    const chosen = fields().filter((field) => field.value !== "*").map((field) => [field.name, field.value]);
    const text = form.elements.text ? folded(form.elements.text.value) : "";
    let shown = 0;
    for (const change of changes) {
      change.hidden = !fits(change, chosen, text);
      shown += change.hidden ? 0 : 1;
    }
    for (const holder of holders) {
      const section = holder.closest("section");
      const part = section && !section.contains(form) ? section : holder;
      part.hidden = !holder.querySelector(".lxc-change:not([hidden])");
    }
    form.querySelector(".lxc-shown").textContent =
      form.dataset.shown.replace("{shown}", String(shown)).replace("{count}", String(changes.length));
  }

  // --- one column ---------------------------------------------------------------------------------------------------
  function merged(before, after) {
    // Both sides have the same kept words, cut at other places: they are read on side by side.
    const left = Array.from(before.childNodes), right = Array.from(after.childNodes);
    const made = document.createElement("p");
    let rest = ["", ""];
    const next = (nodes, side) => {
      while (!rest[side] && nodes.length && nodes[0].nodeType === Node.TEXT_NODE) rest[side] = nodes.shift().data;
      return rest[side];
    };
    for (;;) {
      const one = next(left, 0), other = next(right, 1);
      if (!one && left.length && left[0].nodeName === "DEL") {
        const gone = left.shift();
        // A word of look-alike letters stands once: as it is now.
        if (!gone.classList.contains("lxc-look")) made.append(gone.cloneNode(true));
        continue;
      }
      if (!other && right.length && right[0].nodeName !== "#text") { made.append(right.shift().cloneNode(true)); continue; }
      if (!one && !other) break;
      let size = 0;
      while (size < one.length && size < other.length && one[size] === other[size]) size += 1;
      // White space beside a mark can stand on one side only.
      if (!size) {
        const side = one && /^\s/.test(one) ? 0 : other && /^\s/.test(other) ? 1 : one ? 0 : 1;
        made.append(rest[side][0]);
        rest[side] = rest[side].slice(1);
        continue;
      }
      made.append(one.slice(0, size));
      rest = [one.slice(size), other.slice(size)];
    }
    made.normalize();
    return made;
  }

  function mergeAll() {
    for (const row of document.querySelectorAll(".lxc-row:not(.lxc-rows):not(.lxc-heads)")) {
      const before = row.querySelector(":scope > .lxc-before"), after = row.querySelector(":scope > .lxc-after");
      if (!before || !after) continue;
      const sides = [before, after].map((side) => Array.from(side.children).filter((part) => !part.classList.contains("lxc-none")));
      // Words that are not known, or that stand in lines of other numbers, are not merged.
      if (row.querySelector(":scope > .lxc-merged") || (!sides[0].length && !after.querySelector("ins"))) continue;
      if (sides[0].length && sides[1].length && sides[0].length + sides[1].length > 2) continue;
      const div = document.createElement("div");
      div.className = "lxc-merged";
      div.lang = (sides[1].length ? after : before).lang;
      const parts = sides[0].length && sides[1].length ? [merged(sides[0][0], sides[1][0])] : [...sides[0], ...sides[1]].map((part) => part.cloneNode(true));
      for (const part of parts) part.removeAttribute("id");
      div.append(...parts);
      row.append(div);
    }
  }

  const narrow = matchMedia("(max-width: 40em)").matches;
  function view() {
    const inline = form.elements.inline.checked;
    if (inline) mergeAll();
    for (const holder of holders) holder.classList.toggle("lxc-inline", inline);
  }

  // --- the address remembers the view and the filter ----------------------------------------------------------------
  function remember() {
    const query = new URLSearchParams();
    if (form.elements.inline.checked !== narrow) query.set("view", narrow ? "columns" : "inline");
    for (const field of fields()) if (field.value !== "*") query.set(field.name, field.value);
    if (form.elements.text && form.elements.text.value) query.set("text", form.elements.text.value);
    const said = query.toString();
    try {
      history.replaceState(null, "", `${location.pathname}${said ? `?${said}` : ""}${location.hash}`);
    } catch {
      // A browser can forbid it for files; then the view is not remembered.
    }
  }

  function recall() {
    const query = new URLSearchParams(location.search);
    // On a phone two columns would stand one below the other, so that one text with its marks says more.
    form.elements.inline.checked = query.has("view") ? query.get("view") === "inline" : narrow;
    for (const field of fields()) {
      const value = query.get(field.name);
      if (Array.from(field.options).some((option) => option.value === value)) field.value = value;
    }
    if (form.elements.text && query.get("text")) form.elements.text.value = query.get("text");
  }

  function reveal() {
    // A link to a change that the filter hides, or to words that are folded, leads there all the same.
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    const change = target.closest(".lxc-change");
    if (change && change.hidden) {
      for (const field of fields()) field.value = "*";
      if (form.elements.text) form.elements.text.value = "";
      filter();
    }
    for (let above = target; above; above = above.parentElement) if (above.nodeName === "DETAILS") above.open = true;
    if (!change) return;
    // What is drawn for the first time has another height than was reckoned: once more when it is.
    const there = () => target.scrollIntoView({ behavior: "instant" });
    there();
    requestAnimationFrame(() => requestAnimationFrame(there));
    // The browser's own way there begins when all is loaded, and can be a slow one.
    if (document.readyState !== "complete") addEventListener("load", () => setTimeout(there, 50), { once: true });
    setTimeout(there, 150);
  }

  // --- keys -----------------------------------------------------------------------------------------------------------
  function step(by) {
    const open = changes.filter((change) => !change.hidden);
    let at = open.findIndex((change) => change.contains(document.activeElement));
    if (at < 0) {
      const below = open.findIndex((change) => change.getBoundingClientRect().bottom > 80);
      at = below < 0 ? open.length : by > 0 ? below - 1 : below;
    }
    const next = open[Math.min(Math.max(at + by, 0), open.length - 1)];
    if (!next) return;
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "start", behavior: "instant" });
  }

  document.addEventListener("keydown", (event) => {
    const target = event.target instanceof Element ? event.target : document.body;
    if (!form.elements.keys.checked || event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    if (target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]:not([contenteditable=false])")) return;
    // The place of the key counts, not its letter: a Kazakh or Russian layout has others there.
    if (event.code === "KeyJ") step(1);
    else if (event.code === "KeyK") step(-1);
    else if (event.code === "KeyI") { form.elements.inline.checked = !form.elements.inline.checked; view(); remember(); }
    else if (event.key === "Enter" && target.classList.contains("lxc-change")) {
      const folds = Array.from(target.querySelectorAll("details"));
      const open = folds.some((fold) => !fold.open);
      for (const fold of folds) fold.open = open;
    } else return;
    event.preventDefault();
  });

  // --- a command's words and the text that it gave ------------------------------------------------------------------
  const partners = new WeakMap();
  function linked(change) {
    if (partners.has(change)) return partners.get(change);
    const bare = (text) => folded(text.replace(/[¶"«»“”„]/g, "")).replace(/[;.]$/, "").trim();
    const rows = Array.from(change.querySelectorAll(".lxc-row:not(.lxc-heads)"));
    const said = Array.from(change.querySelectorAll(".lxc-command blockquote p"));
    const groups = rows.map((row) => ({ text: bare((row.querySelector(".lxc-after") || row).textContent), parts: new Set([row.querySelector(".lxc-before"), row.querySelector(".lxc-after"), row.querySelector(".lxc-merged")]) }));
    for (const line of said) {
      const text = bare(line.textContent);
      const found = text && groups.find((group) => group.text === text || (text.length > 12 && group.text.includes(text)));
      if (found) found.parts.add(line);
    }
    // What replaces words has no text of its own: the sentence that commands goes with every row.
    if (!said.length) for (const group of groups) group.parts.add(change.querySelector(".lxc-command p"));
    partners.set(change, groups);
    return groups;
  }

  let lit = [];
  function light(target) {
    const change = target instanceof Element && target.closest(".lxc-change");
    const group = change && linked(change).find(({ parts }) => Array.from(parts).some((part) => part && part.contains(target)));
    const parts = group ? Array.from(group.parts).filter(Boolean) : [];
    for (const part of lit) if (!parts.includes(part)) part.classList.remove("lxc-linked");
    for (const part of parts) part.classList.add("lxc-linked");
    lit = parts;
  }
  document.addEventListener("focusin", (event) => light(event.target));
  document.addEventListener("mouseover", (event) => {
    // A page that scrolls under a mouse at rest takes nothing away from the keyboard.
    if (event.movementX || event.movementY || !lit.length) light(event.target);
  }, { passive: true });

  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", () => { filter(); view(); remember(); });
  addEventListener("hashchange", reveal);
  recall();
  const box = form.closest("details");
  if (box) {
    box.hidden = false;
    box.open = fields().some((field) => field.value !== "*") || Boolean(form.elements.text && form.elements.text.value);
  }
  filter();
  view();
  reveal();
})();
