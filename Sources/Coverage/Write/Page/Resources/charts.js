/* Charts: departments ranked, and people not covered by class of an attribute. */
part("charts", ({
  data: { AREAS, STUDY },
  state: { PAGE },
  language: { percent, share, whole, words },
  study: { LEVELS, NATIONAL, areaTitle, covered, isKnown, levelRows, sum, uncovered },
  elements: { linkTo, make, sized, stageBar },
}) => {
  function rankedAreas(level) {
    const coveredShare = (row) => {
      const total = sum(AREAS.people[row]);
      return total ? covered(row) / total : 0;
    };
    return levelRows(level).filter((row) => isKnown(row) && sum(AREAS.people[row]) > 0)
      .sort((a, b) => coveredShare(a) - coveredShare(b) || uncovered(b) - uncovered(a) || a - b);
  }

  function chartsSection() {
    const level = ["departement", "region"].find((name) => LEVELS.includes(name));
    const rows = level ? rankedAreas(level) : [];
    const charts = [];
    if (rows.length > 1) {
      const mean = isKnown(NATIONAL)
        ? covered(NATIONAL) / Math.max(1, sum(AREAS.people[NATIONAL]))
        : 0;
      const list = make(
        "ol",
        { class: "ranking" },
        rows.map((row) =>
          make(
            "li",
            {},
            make(
              "span",
              { class: "label" },
              linkTo(
                areaTitle(row),
                () =>
                  PAGE.open({ kind: level === "region" ? "region" : "department", row }, true),
              ),
            ),
            make(
              "span",
              { class: "track" },
              stageBar(AREAS.people[row], STUDY.whiteBelow),
              sized(make("span", { class: "mean" }), "left", mean * 100 + "%"),
            ),
            make("span", { class: "value" }, share(covered(row), sum(AREAS.people[row]))),
          )
        ),
      );
      charts.push(
        make("h3", {}, words("ranking")),
        make(
          "p",
          { class: "note" },
          words("rankingNote", percent(covered(NATIONAL), sum(AREAS.people[NATIONAL]))),
        ),
        list,
      );
    }
    for (
      const name of LEVELS.filter((level) =>
        !["national", "etude", "region", "departement", "epci"].includes(level)
      )
    ) {
      const classes = levelRows(name).filter(isKnown);
      if (classes.length < 2 || classes.length > 15) continue;
      const most = Math.max(1, ...classes.map(uncovered)), all = sum(classes.map(uncovered));
      charts.push(
        make("h3", {}, words("byClass", name)),
        make(
          "ul",
          { class: "bars" },
          classes.map((row) =>
            make(
              "li",
              {},
              make(
                "span",
                { class: "label" },
                areaTitle(row),
              ),
              make(
                "span",
                { class: "track" },
                sized(make("span", { class: "bar" }), "width", (uncovered(row) / most) * 100 + "%"),
              ),
              make(
                "span",
                { class: "value" },
                `${whole(uncovered(row))} (${share(uncovered(row), all)})`,
              ),
            )
          ),
        ),
      );
    }
    if (!charts.length) return null;
    return make(
      "section",
      { id: "charts", "aria-labelledby": "charts-title" },
      make("h2", { id: "charts-title" }, words("charts")),
      charts,
    );
  }

  return { rankedAreas, chartsSection };
});
