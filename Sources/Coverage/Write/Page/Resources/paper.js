/* The tables for paper. */
part("paper", ({
  state: { STATE },
  language: { words },
  study: { LEVELS },
  elements: { make },
  tables: { SHEETS },
  sheets: { sortedRows },
  tableview: { levelName, tableBody },
}) => {
  /** Regions and departments, the largest zones, the overlaps. */
  function printedTables() {
    const kept = { ...STATE };
    const most = 60;
    const table = (name, level) => {
      Object.assign(STATE, {
        table: name,
        level: level || "",
        measure: "exclusive",
        filter: "",
        sort: "",
      });
      const sheet = SHEETS[name]();
      const rows = sortedRows(sheet);
      if (!rows.length) return null;
      const isAll = name === "areas" || rows.length <= most;
      return [
        make("h2", {}, level ? levelName(level) : words(name)),
        isAll ? null : make("p", {}, words("printed", most)),
        make(
          "table",
          { class: "data " + name },
          make(
            "thead",
            {},
            make("tr", {}, sheet.columns.map((column) => make("th", {}, column.title))),
          ),
          make("tbody", {}, tableBody(sheet, rows, isAll ? rows.length : most)),
        ),
      ];
    };
    const result = [
      ...["region", "departement"].filter((level) => LEVELS.includes(level)).map((level) =>
        table("areas", level)
      ),
      table("zones"),
      table("overlaps"),
    ].flat().filter((child) => child);
    Object.assign(STATE, kept);
    return result;
  }

  return { printedTables };
});
