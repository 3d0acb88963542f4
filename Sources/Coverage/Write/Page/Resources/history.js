/* The section of coverage over time: the chart, and the same figures as a table. */
part("history", ({
  data: { HISTORY, STAGES, STUDY },
  language: { WORDS, hundredths, language, stageLabel, whole, words },
  study: { fromStage, sum },
  elements: { defined, make, save },
  columns: { number, text },
  sheets: { csvOf },
  tableview: { tableBody },
  timechart: { historyDays, historyReader, reachedPercent },
}) => {
  /** The same figures, as the tables of the page have them. */
  function historySheet() {
    const covered = STUDY.whiteBelow;
    return {
      file: "evolution",
      rows: historyDays.map((_, row) => row),
      columns: [
        text("date", words("date"), (row) => HISTORY.dates[row], { isMain: true }),
        ...STAGES.map((key, stage) =>
          number(
            "population_" + key,
            stageLabel(stage),
            (row) => HISTORY.people[row][stage],
          )
        ).reverse(),
        number(
          "pct_cumule_" + STAGES[covered],
          words("covered"),
          (row) =>
            hundredths(fromStage(HISTORY.people[row], covered), sum(HISTORY.people[row])) / 100,
          { show: (row) => reachedPercent(row, covered) },
        ),
      ],
    };
  }

  function historyTable() {
    const sheet = historySheet();
    const head = sheet.columns.map((column) =>
      make("th", { scope: "col", class: column.isNumber ? "number" : null }, column.title)
    );
    return make(
      "details",
      {},
      make("summary", {}, words("historyTable")),
      make("button", {
        type: "button",
        onclick: () => save(sheet.file + ".csv", csvOf(sheet, sheet.rows)),
      }, words("download")),
      make(
        "div",
        { class: "scroll", tabindex: 0, role: "region", "aria-label": words("historyTable") },
        make(
          "table",
          { class: "data" },
          make("caption", {}, words("historyTitle")),
          make("thead", {}, make("tr", {}, head)),
          make("tbody", {}, tableBody(sheet, sheet.rows, sheet.rows.length)),
        ),
      ),
    );
  }

  /** Nothing where no date tells of an earlier month. */
  function historySection() {
    if (!HISTORY) return null;
    const step = WORDS[language()].historySteps[HISTORY.months];
    const notes = [words(HISTORY.dated ? "historyNoteDated" : "historyNote", step)];
    if (HISTORY.undated) notes.push(words("historyUndated", whole(HISTORY.undated)));
    return make(
      "section",
      { id: "history", "aria-labelledby": "history-title" },
      make("h2", { id: "history-title", tabindex: -1 }, words("historyTitle")),
      make(
        "figure",
        {},
        historyReader(),
        make("figcaption", { class: "note" }, notes.join(" "), defined("history")),
      ),
      historyTable(),
    );
  }

  return { historySection };
});
