// Sort and filter for tables of data. Without it the table is there, whole, in the order of the act.
(() => {
  "use strict";
  const fold = (words) => words.toLowerCase().normalize("NFKC").replace(/\s+/g, " ");
  const value = (cell) => {
    const given = cell.dataset.value;
    return given === undefined ? null : Number(given);
  };

  // The cell that stands in a column; a merged cell stands in several.
  const cellAt = (row, column) => {
    let at = 0;
    return [...row.cells].find((cell) => (at += cell.colSpan) > column) || row.cells[row.cells.length - 1];
  };

  function compare(one, other, collator) {
    const [left, right] = [value(one), value(other)];
    if (left !== null && right !== null) return left - right;
    if (left !== null || right !== null) return left !== null ? -1 : 1;
    return collator.compare(one.textContent, other.textContent);
  }

  const dataRows = (table) => [...table.querySelectorAll("tbody > tr:not(.lx-of-group)")];

  // A sorted table has one body without the lines over groups; unsorted, each row is back in its group.
  function sortable(box, table) {
    const collator = new Intl.Collator(table.lang || undefined, { numeric: true });
    const bodies = [...table.tBodies].map((body) => [body, [...body.rows]]);
    const original = dataRows(table);
    const groups = table.querySelectorAll(".lx-of-group");
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "lx-sort";
      button.title = box.dataset.sort;
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const before = head.getAttribute("aria-sort");
        const next = { null: "ascending", ascending: "descending", descending: null }[before];
        heads.forEach((each) => each.removeAttribute("aria-sort"));
        table.classList.toggle("lx-sorted", Boolean(next));
        if (!next) {
          bodies.forEach(([body, rows]) => body.append(...rows));
          return;
        }
        head.setAttribute("aria-sort", next);
        const sign = next === "ascending" ? 1 : -1;
        const order = (a, b) => sign * compare(cellAt(a, column), cellAt(b, column), collator);
        bodies[0][0].append(...groups, ...[...original].sort(order));
      });
    });
  }

  function filterable(box, table) {
    const label = document.createElement("label");
    label.className = "lx-filter-rows";
    const field = document.createElement("input");
    field.type = "search";
    label.append(box.dataset.filter, " ", field);
    const status = document.createElement("span");
    status.setAttribute("role", "status");
    const bar = document.createElement("div");
    bar.className = "lx-data-bar";
    bar.append(label, status);
    box.prepend(bar);
    const rows = dataRows(table);
    const groups = [...table.tBodies].map((body) => [body.querySelector(".lx-of-group"), [...body.rows]]);
    const texts = rows.map((row) => fold(row.textContent));
    field.addEventListener("input", () => {
      const words = fold(field.value).trim().split(" ").filter(Boolean);
      let shown = 0;
      rows.forEach((row, at) => {
        row.hidden = !words.every((word) => texts[at].includes(word));
        if (!row.hidden) shown += 1;
      });
      groups.forEach(([line, within]) => {
        if (line) line.hidden = within.every((row) => row === line || row.hidden);
      });
      status.textContent = words.length
        ? box.dataset.shown.replace("{shown}", shown).replace("{all}", rows.length)
        : "";
    });
  }

  document.querySelectorAll(".lx-data").forEach((box) => {
    const table = box.querySelector("table.lx-sortable");
    if (!table || dataRows(table).length < 2) return;
    sortable(box, table);
    filterable(box, table);
  });
})();
