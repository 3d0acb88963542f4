/* Order, filter and CSV of a table. */
part("sheets", ({ state: { STATE }, language: { folded, language } }) => {
  const plain = (column, row) => column.csv ? column.csv(row) : column.value(row);

  /** The rows that the filter keeps, in the order asked for. */
  function sortedRows(sheet) {
    const wanted = folded(STATE.filter).split(" ").filter((word) => word);
    const shown = (column, row) => {
      const value = column.show(row);
      return typeof value === "string" ? value : "";
    };
    const kept = wanted.length === 0 ? sheet.rows : sheet.rows.filter((row) => {
      const all = folded(
        sheet.columns.map((column) =>
          `${plain(column, row)} ${column.value(row)} ${column.isNumber ? "" : shown(column, row)}`
        ).join(" "),
      );
      return wanted.every((word) => all.includes(word));
    });
    const order = STATE.sort || sheet.order || "";
    const column = sheet.columns.find(({ key }) => key && key === order.replace(/^-/, ""));
    if (!column) return [...kept];
    const sign = order.startsWith("-") ? -1 : 1;
    const collator = new Intl.Collator(language(), { numeric: true });
    const values = new Map(kept.map((row) => [row, column.value(row)]));
    return [...kept].sort((a, b) => {
      const [one, other] = [values.get(a), values.get(b)];
      if (one === null || other === null) return (one === null) - (other === null) || a - b;
      const difference = column.isNumber || typeof one === "number"
        ? one - other
        : collator.compare(one, other);
      return sign * difference || a - b;
    });
  }

  /** CSV that a spreadsheet takes as text where it is text: in French with semicolons and decimal
      commas, and an apostrophe before what would run as a formula. */
  function csvOf(sheet, rows) {
    const isFrench = language() === "fr";
    const separator = isFrench ? ";" : ",";
    const cell = (column, row) => {
      const value = plain(column, row);
      if (value === null) return "";
      if (typeof value === "number") {
        const digits = String(Math.round(value * 1000) / 1000);
        return isFrench ? digits.replace(".", ",") : digits;
      }
      if (isFrench && column.isCode && /^[0-9][0-9Ee.,:/ -]*$/.test(value)) {
        return `"=""${value}"""`;
      }
      const safe = /^[=+\-@\t\r]/.test(value) ? "'" + value : value;
      return new RegExp(`[${separator}"\\r\\n]`).test(safe)
        ? `"${safe.replaceAll('"', '""')}"`
        : safe;
    };
    const columns = sheet.columns.filter(({ key }) => key);
    const lines = [
      columns.map(({ key }) => key),
      ...rows.map((row) => columns.map((column) => cell(column, row))),
    ];
    return (isFrench ? "\uFEFF" : "") + lines.map((cells) => cells.join(separator)).join("\r\n") +
      "\r\n";
  }

  return { sortedRows, csvOf };
});
