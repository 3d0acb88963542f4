/* The first screen: the indicator, its stages, what it counts, and the largest white zones. */
part("summary", ({
  data: { AREAS, STAGES, STUDY, ZONES },
  state: { PAGE, STATE },
  language: {
    WORDS,
    heading,
    language,
    languageIndex,
    percent,
    stageLabel,
    whole,
    words,
  },
  study: { NATIONAL, departmentName, fromStage, isKnown, peopleOfZone, sum, zoneName },
  fragment: { writeFragment },
  elements: { defined, linkTo, make, stageBar },
  facts: { stageName },
  work: { sectorLegend, workSplit },
  since: { sinceNote },
}) => {
  function summarySection() {
    const row = NATIONAL;
    const counts = isKnown(row) ? AREAS.people[row] : STAGES.map(() => 0);
    const total = sum(counts), inside = fromStage(counts, STUDY.whiteBelow);
    return make(
      "section",
      { id: "summary", "aria-labelledby": "summary-title" },
      make("h2", { id: "summary-title", tabindex: -1 }, words("essential")),
      make(
        "p",
        { class: "figure" },
        make("strong", { id: "indicator" }, isKnown(row) ? percent(inside, total) : "—"),
        " ",
        words("coveredBy"),
        defined("indicator"),
        make(
          "span",
          { class: "quiet" },
          words("fromStage", WORDS[language()].stagesLong[STUDY.whiteBelow]),
        ),
      ),
      make(
        "div",
        { class: "goal" },
        stageBar(counts, STUDY.whiteBelow),
        make("span", { class: "quiet" }, words("target")),
      ),
      make(
        "p",
        { class: "remaining" },
        !isKnown(row)
          ? words("alone")
          : total > inside
          ? words("remaining", whole(total - inside))
          : words("allCovered"),
      ),
      sinceNote(),
      workSplit(counts),
      STUDY.warnings.map((text) => make("p", { class: "warning" }, text[languageIndex()])),
      stageTable(counts, total),
      baseNotes(total),
      largestZones(),
    );
  }

  /** The stages: legend of the map, layers, and figures in one table. */
  function stageTable(counts, total) {
    const layer = (key, label, name) =>
      make("input", {
        type: "checkbox",
        "aria-label": words("shown", label),
        checked: !STATE.hidden.has(key),
        id: "layer-" + name,
        onchange: (event) => {
          if (event.target.checked) STATE.hidden.delete(key);
          else STATE.hidden.add(key);
          PAGE.showLayers();
          writeFragment();
        },
      });
    const stages = STAGES.map((_, stage) => stage).reverse();
    return make(
      "div",
      { class: "stages" },
      make(
        "table",
        {},
        make("caption", {}, words("byStage"), defined("stages")),
        make(
          "thead",
          {},
          make(
            "tr",
            {},
            make("th", { scope: "col" }, heading("stade")),
            make("th", { scope: "col", class: "number" }, words("people")),
            make("th", { scope: "col", class: "number" }, words("share"), defined("exclusive")),
            make(
              "th",
              { scope: "col", class: "number" },
              words("cumulative"),
              defined("cumulative"),
            ),
          ),
        ),
        make(
          "tbody",
          {},
          stages.map((stage) =>
            make(
              "tr",
              { class: stage === STUDY.whiteBelow ? "last-covered" : null },
              make(
                "th",
                { scope: "row" },
                make(
                  "label",
                  { for: "layer-" + stage },
                  layer(String(stage), stageLabel(stage), stage),
                  stageName(stage),
                ),
              ),
              make("td", { class: "number" }, whole(counts[stage])),
              make("td", { class: "number" }, percent(counts[stage], total)),
              // Everybody is at no stage or above: 100 % there would read as covered.
              make(
                "td",
                { class: "number" },
                stage ? percent(fromStage(counts, stage), total) : "",
              ),
            )
          ),
        ),
      ),
      make(
        "label",
        { class: "zone-layer" },
        layer("zones", words("zoneLayer"), "zones"),
        make("span", { class: "zone-key" }),
        words("zoneLayer"),
      ),
      sectorLegend(layer),
    );
  }

  function baseNotes(total) {
    const lines = [
      STUDY.area ? make("p", {}, words("areaOnly", STUDY.area)) : null,
      STUDY.carriedUnits
        ? make("p", {}, words("carriedUnits", STUDY.carriedUnits[languageIndex()]))
        : null,
      make(
        "p",
        {},
        words(
          "base",
          whole(total),
          STUDY.populationSource[languageIndex()],
          STUDY.populationColumn,
          STUDY.populationFile,
        ),
        defined("population"),
      ),
    ];
    if (STUDY.unitsWithoutPopulation) {
      lines.push(make("p", {}, words("without", whole(STUDY.unitsWithoutPopulation))));
    }
    lines.push(
      make(
        "p",
        {},
        words("sums", whole(STUDY.gross), whole(STUDY.countedAgain), whole(STUDY.net)),
        defined("gross"),
      ),
    );
    if (STUDY.drawn) {
      lines.push(
        make(
          "p",
          {},
          words("interval", whole(STUDY.drawn.covered[0]), whole(STUDY.drawn.covered[1])),
        ),
      );
    }
    return make("div", { class: "base" }, lines);
  }

  function largestZones() {
    const rows = ZONES.zone.map((_, row) => row).sort((a, b) =>
      (ZONES.population[b] || 0) - (ZONES.population[a] || 0) || a - b
    ).slice(0, 5);
    if (!rows.length) return null;
    return make(
      "div",
      { class: "largest" },
      make("h3", {}, words("largest"), defined("zone")),
      make(
        "ol",
        {},
        rows.map((row) =>
          make(
            "li",
            {},
            linkTo(
              zoneName(row),
              () => PAGE.open({ kind: "zone", row }, true),
            ),
            make(
              "span",
              {},
              ` ${peopleOfZone(row)} · ${
                ZONES.departements[row].slice(0, 4).map(departmentName).join(", ")
              }${ZONES.departements[row].length > 4 ? "…" : ""}`,
            ),
          )
        ),
      ),
    );
  }

  return { summarySection };
});
