/* Showing one table at a time: tabs, filter, sortable headings, download. */
part("tableview", ({
  state: { PAGE, STATE },
  language: { whole, words },
  fragment: { writeFragment },
  elements: { defined, linkTo, make },
  columns: { currentLevel },
  tables: { SHEETS },
  sheets: { sortedRows },
}) => {
  const ROWS_AT_ONCE = 25, ROWS_ADDED = 500;

  function tableBody(sheet, rows, limit) {
    return rows.slice(0, limit).map((row) => {
      const isSelected = STATE.selected && STATE.selected.kind === sheet.kind &&
        STATE.selected.row === row;
      return make(
        "tr",
        {
          class: isSelected ? "selected" : null,
          "aria-current": isSelected ? "true" : null,
          "data-row": row,
        },
        sheet.columns.map((column) => {
          const value = column.show(row);
          if (column.isMain && sheet.kind) {
            return make(
              "th",
              { scope: "row" },
              linkTo(value, () => PAGE.open({ kind: sheet.kind, row }, true)),
            );
          }
          return make(column.isMain ? "th" : "td", {
            scope: column.isMain ? "row" : null,
            class: column.isNumber ? "number" : null,
          }, value);
        }),
      );
    });
  }

  /** Which way a column is sorted, and the order that a click on it asks for. */
  function sorting(sheet, column) {
    const order = STATE.sort || sheet.order || "";
    const isSorted = order.replace(/^-/, "") === column.key;
    const isDown = isSorted && order.startsWith("-");
    const first = column.isNumber ? "-" : "";
    return {
      aria: isSorted ? (isDown ? "descending" : "ascending") : null,
      arrow: isSorted ? (isDown ? " ↓" : " ↑") : "",
      next: isSorted ? (isDown ? column.key : "-" + column.key) : first + column.key,
    };
  }

  function heading(sheet, column, refresh) {
    if (!column.key) return make("th", { scope: "col" }, column.title);
    const { aria, arrow, next } = sorting(sheet, column);
    return make(
      "th",
      { scope: "col", "aria-sort": aria, class: column.isNumber ? "number" : null },
      make("button", {
        type: "button",
        class: "sort",
        title: words("sortBy", column.title),
        onclick: () => {
          STATE.sort = next;
          writeFragment();
          refresh(column.key);
        },
      }, column.title + arrow),
      column.definition ? defined(column.definition) : null,
    );
  }

  /** The table of the state, in a place that it fills again whenever the state changes. */
  function showTable(part) {
    let limit = ROWS_AT_ONCE;
    const refresh = (focusKey) => {
      const sheet = SHEETS[STATE.table]();
      const rows = sortedRows(sheet);
      if (STATE.selected && STATE.selected.kind === sheet.kind) {
        limit = Math.max(limit, rows.indexOf(STATE.selected.row) + 1);
      }
      const hidden = sheet.total === undefined ? 0 : sheet.total - sheet.rows.length;
      const body = rows.length
        ? tableBody(sheet, rows, limit)
        : make("tr", {}, make("td", { colspan: sheet.columns.length }, words("empty")));
      const caption = words(STATE.table) +
        (STATE.table === "areas" ? ` — ${levelName(currentLevel())}` : "");
      part.result.replaceChildren(...[
        make(
          "p",
          { role: "status", class: "count" },
          words("rows", whole(rows.length), whole(sheet.rows.length)),
          hidden > 0
            ? " " +
              words("truncated", whole(sheet.rows.length), whole(sheet.total), sheet.file + ".csv")
            : null,
        ),
        make(
          "div",
          { class: "scroll", tabindex: 0, role: "region", "aria-label": caption },
          make(
            "table",
            { class: "data " + STATE.table },
            make("caption", {}, caption),
            make(
              "thead",
              {},
              make("tr", {}, sheet.columns.map((column) => heading(sheet, column, refresh))),
            ),
            make("tbody", {}, body),
          ),
        ),
        rows.length > limit
          ? make("button", {
            type: "button",
            onclick: () => {
              limit += ROWS_ADDED;
              refresh();
            },
          }, words("more", whole(Math.min(ROWS_ADDED, rows.length - limit))))
          : null,
      ].filter((child) => child));
      if (focusKey) {
        const index = sheet.columns.findIndex(({ key }) => key === focusKey);
        part.result.querySelectorAll("thead th")[index]?.querySelector("button.sort")?.focus();
      }
    };
    part.refresh = refresh;
    refresh();
  }

  function levelName(level) {
    return {
      national: words("national"),
      etude: words("study"),
      region: words("region"),
      departement: words("department"),
      epci: words("epci"),
    }[level] || level;
  }

  const chooser = (label, id, choices, value, onChange) =>
    make(
      "label",
      { for: id, class: "chooser" },
      label + " ",
      make(
        "select",
        { id, onchange: (event) => onChange(event.target.value) },
        choices.map(([key, title]) =>
          make("option", { value: key, selected: key === value }, title)
        ),
      ),
    );

  return { tableBody, showTable, levelName, chooser };
});
