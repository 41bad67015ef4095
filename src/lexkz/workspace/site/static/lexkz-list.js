/* A list of acts or changes: only the rows that hold all of the words that are typed. Without it the list is whole. */
(() => {
  "use strict";
  const box = document.querySelector(".lx-list-filter");
  const rows = Array.from(document.querySelectorAll("article .lx-row"));
  if (!box || rows.length < 2) return;
  const field = box.querySelector("input"), count = box.querySelector("output");
  const folded = (text) => text.toLocaleLowerCase().replace(/\s+/g, " ").replace(/i/g, "і").trim();
  const said = rows.map((row) => folded(row.textContent));
  field.addEventListener("input", () => {
    const words = folded(field.value).split(" ");
    let shown = 0;
    rows.forEach((row, at) => {
      row.hidden = !words.every((word) => said[at].includes(word));
      shown += row.hidden ? 0 : 1;
    });
    for (const part of document.querySelectorAll("article section section")) part.hidden = !part.querySelector(".lx-row:not([hidden])");
    count.textContent = `${shown} / ${rows.length}`;
  });
  box.hidden = false;
})();
