/* The section of tables: tabs, choices, filter, download. */
part("tabs", ({
  data: { ANOMALIES, OVERLAPS, SECTORS, ZONES },
  state: { PAGE, STATE, TABLES },
  language: { whole, words },
  study: { LEVELS, studiedCPTS, sum },
  fragment: { writeFragment },
  elements: { make, save },
  columns: { areaTotal, currentLevel },
  tables: { SHEETS },
  sheets: { csvOf, sortedRows },
  tableview: { chooser, levelName, showTable },
}) => {
  /** The whole section of tables. */
  function tablesSection() {
    const part = { result: make("div", {}) };
    const tools = make("div", { class: "tools" });
    const tabs = make("div", { role: "tablist", "aria-label": words("tables"), class: "tabs" });
    const panel = make(
      "div",
      { role: "tabpanel", id: "table-panel", tabindex: 0 },
      tools,
      part.result,
    );
    const choose = (name, isFocused) => {
      if (name !== STATE.table) [STATE.table, STATE.sort, STATE.filter] = [name, "", ""];
      writeFragment();
      render();
      if (isFocused) document.getElementById("tab-" + name).focus();
    };
    const render = () => {
      tabs.replaceChildren(
        ...TABLES.map((name, index) =>
          make("button", {
            type: "button",
            role: "tab",
            id: "tab-" + name,
            "aria-selected": String(name === STATE.table),
            "aria-controls": "table-panel",
            tabindex: name === STATE.table ? 0 : -1,
            onclick: () => choose(name, true),
            onkeydown: (event) => {
              const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
              if (step) {
                event.preventDefault();
                choose(TABLES[(index + step + TABLES.length) % TABLES.length], true);
              }
            },
          }, `${words(name)} (${whole(tableSize(name))})`)
        ),
      );
      panel.setAttribute("aria-labelledby", "tab-" + STATE.table);
      fillTools();
      showTable(part);
    };
    const change = (key) => (value) => {
      STATE[key] = value;
      if (key !== "filter") STATE.sort = "";
      writeFragment();
      part.refresh();
    };
    const fillTools = () => {
      const filter = make("input", {
        type: "search",
        id: "filter",
        value: STATE.filter,
        maxlength: 200,
        placeholder: words("filterHint"),
        oninput: (event) => change("filter")(event.target.value),
      });
      tools.replaceChildren(...[
        STATE.table === "areas"
          ? chooser(
            words("level"),
            "level",
            LEVELS.map((level) => [level, levelName(level)]),
            currentLevel(),
            change("level"),
          )
          : null,
        STATE.table === "areas"
          ? chooser(
            words("measure"),
            "measure",
            ["exclusive", "cumulated", "persons"].map((key) => [key, words(key)]),
            STATE.measure,
            change("measure"),
          )
          : null,
        make("label", { for: "filter" }, words("filter") + " ", filter),
        make("button", {
          type: "button",
          class: "download",
          onclick: () => {
            const sheet = SHEETS[STATE.table]();
            save(sheet.file + ".csv", csvOf(sheet, sortedRows(sheet)));
          },
        }, words("download")),
      ].filter((child) => child));
    };
    render();
    PAGE.showTable = (name, row) => {
      [STATE.table, STATE.sort, STATE.filter] = [name, "", ""];
      render();
      const found = part.result.querySelector(`tr[data-row="${row}"]`);
      found?.scrollIntoView({ block: "center" });
      found?.querySelector("button")?.focus({ preventScroll: true });
      writeFragment();
    };
    PAGE.refreshTable = () => part.refresh();
    return make(
      "section",
      { id: "tables", "aria-labelledby": "tables-title" },
      make("h2", { id: "tables-title", tabindex: -1 }, words("tables")),
      tabs,
      panel,
    );
  }

  const tableSize = (name) =>
    ({
      areas: areaTotal(currentLevel()),
      zones: ZONES.zone.length,
      sectors: SECTORS.secteur.length,
      cpts: studiedCPTS,
      overlaps: OVERLAPS.total,
      anomalies: sum(ANOMALIES.totals),
    })[name];

  return { tablesSection };
});
