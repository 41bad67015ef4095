/* The menu at the number of a unit, and what keeps the reader's place. Without it the number is a link to the unit. */
(() => {
  "use strict";
  const menu = document.querySelector(".lx-unit-menu");
  // The other language and the other versions of a text are read on at the same unit.
  for (const way of document.querySelectorAll(".lx-languages a, .lx-versions li > a, .lx-interface a")) {
    way.addEventListener("click", () => { if (location.hash) way.hash = location.hash; });
  }
  // A word that was searched for is shown where it stands.
  if (new URLSearchParams(location.search).has("highlight") || sessionStorage.getItem("sphinx_highlight_terms")) {
    addEventListener("load", () => setTimeout(() => {
      const found = !location.hash && document.querySelector("article .highlighted");
      if (found) found.scrollIntoView({ block: "center" });
    }, 50));
  }
  if (!menu) return;
  const changed = new Set(menu.dataset.changed.split(" "));
  let at = null;
  const close = (back) => {
    menu.hidden = true;
    if (back && at) at.focus();
    at = null;
  };
  const holder = (id) => {
    for (let each = id; each; each = each.includes("__") ? each.slice(0, each.lastIndexOf("__")) : "") if (changed.has(each)) return each;
    return Array.from(changed).find((each) => each.startsWith(`${id}__`)) || "";
  };
  document.addEventListener("click", (event) => {
    const number = event.target instanceof Element && event.target.closest(".lx-text a.lx-num");
    if (!number) {
      if (!menu.contains(event.target)) close(false);
      return;
    }
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    at = number;
    const id = decodeURIComponent(number.hash.slice(1));
    const story = menu.querySelector("[data-place=history]"), other = menu.querySelector("[data-place=other]");
    if (story) { story.hidden = !holder(id); story.hash = holder(id); }
    if (other) other.hash = id;
    number.parentElement.append(menu);
    menu.hidden = false;
    menu.querySelector("[role=menuitem]").focus({ preventScroll: true });
  });
  menu.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copies]");
    if (!button || !at) return;
    const cited = `${menu.dataset.cited}, ${at.title}`;
    try {
      await navigator.clipboard.writeText(button.dataset.copies === "link" ? at.href : cited);
    } catch {
      // A browser can forbid it for files; then the words are there to be copied by hand.
      prompt(button.textContent, button.dataset.copies === "link" ? at.href : cited);
      return;
    }
    const said = button.textContent;
    button.textContent = button.dataset.done;
    setTimeout(() => { button.textContent = said; }, 1500);
  });
  document.addEventListener("keydown", (event) => {
    if (menu.hidden) return;
    const items = Array.from(menu.querySelectorAll("[role=menuitem]:not([hidden])"));
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape") close(true);
    else if (step) items[(items.indexOf(document.activeElement) + step + items.length) % items.length].focus();
    else return;
    event.preventDefault();
  });
})();
