/* What changed since an earlier report: one sentence, and behind it the causes as a waterfall. */
part("since", ({
  data: { SINCE, STUDY },
  language: { day, decimal, languageIndex, percentSign, whole, words },
  elements: { defined, draw, make },
}) => {
  const signed = (number, text) => (number > 0 ? "+" : number < 0 ? "−" : "") + text;
  const points = (hundredths) =>
    hundredths === null ? "—" : signed(hundredths, decimal(Math.abs(hundredths) / 100, 2));
  const people = (count) => signed(count, whole(Math.abs(count)));
  const indicator = (hundredths) => decimal(hundredths / 100, 2) + percentSign();

  function sinceNote() {
    if (!SINCE) return null;
    const [before, after] = SINCE.hundredths;
    const change = SINCE.covered[1] - SINCE.covered[0];
    return make(
      "details",
      { id: "since" },
      make(
        "summary",
        {},
        make(
          "strong",
          {},
          words(
            Math.abs(after - before) < 200 ? "sincePoint" : "sincePoints",
            points(after - before),
            day(SINCE.day),
          ),
        ),
        " ",
        words("sinceChange", indicator(before), indicator(after), people(change)),
      ),
      SINCE.warnings.map((text) => make("p", { class: "warning" }, text[languageIndex()])),
      SINCE.causes.length ? waterfall() : make("p", {}, words("sinceNothing")),
    );
  }

  /* Each cause goes on where the one before it ends. */
  function waterfall() {
    const ends = [0];
    for (const count of SINCE.people) ends.push(ends.at(-1) + count);
    const low = Math.min(...ends), width = Math.max(...ends) - low || 1;
    const bar = (row) => {
      const start = Math.min(ends[row], ends[row + 1]) - low;
      const length = Math.abs(SINCE.people[row]);
      return draw(
        "svg",
        {
          class: "step",
          viewBox: "0 0 1000 10",
          preserveAspectRatio: "none",
          "aria-hidden": "true",
        },
        draw("rect", {
          x: (start * 1000) / width,
          width: Math.max(3, (length * 1000) / width),
          height: 10,
          class: SINCE.people[row] < 0 ? "lost" : "gained",
        }),
      );
    };
    const cells = (name, bar, ...numbers) => [
      make("th", { scope: "row" }, name),
      make("td", { class: "course" }, bar),
      ...numbers.map((number) => make("td", { class: "number" }, number)),
    ];
    const [before, after] = SINCE.hundredths;
    return make(
      "table",
      {},
      make("caption", {}, words("sinceWhy", day(SINCE.day), day(STUDY.date)), defined("since")),
      make(
        "thead",
        {},
        make(
          "tr",
          {},
          make("th", { scope: "col" }, words("cause")),
          make("td", {}),
          make("th", { scope: "col", class: "number" }, words("people")),
          make("th", { scope: "col", class: "number" }, words("points")),
        ),
      ),
      make(
        "tbody",
        {},
        SINCE.causes.map((cause, row) =>
          make(
            "tr",
            {},
            cells(
              cause[languageIndex()],
              bar(row),
              people(SINCE.people[row]),
              points(SINCE.points[row]),
            ),
          )
        ),
        make(
          "tr",
          { class: "sum" },
          cells(
            words("inAll"),
            null,
            people(SINCE.covered[1] - SINCE.covered[0]),
            points(after - before),
          ),
        ),
      ),
    );
  }

  /** Since when a zone or a sector is known, and what it was called: rows of its facts. */
  const historyOf = (table, row) =>
    table.depuis
      ? [
        [words("knownSince"), day(table.depuis[row]), "since"],
        table.etait[row].length ? [words("was"), table.etait[row].join(", ")] : null,
      ]
      : [];

  return { sinceNote, historyOf };
});
