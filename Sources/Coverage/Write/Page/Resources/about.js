/* What the figures mean, what the page does not know, and where it comes from. */
part("about", ({
  data: { ANOMALIES, DEFINITIONS, STUDY },
  language: { day, definition, whole, words },
  elements: { make },
  facts: { simpleTable },
}) => {
  function aboutSection() {
    const unknown = [
      STUDY.unitsWithoutPopulation
        ? [
          words("unknownPeople", whole(STUDY.unitsWithoutPopulation)),
          " ",
          make(
            "span",
            { class: "quiet" },
            STUDY.withoutPopulation.map(([code, name]) => name || code).join(", ") +
              (STUDY.unitsWithoutPopulation > STUDY.withoutPopulation.length ? "…" : ""),
          ),
        ]
        : null,
      STUDY.unitsWithoutPolygon ? words("unknownPlace", whole(STUDY.unitsWithoutPolygon)) : null,
      STUDY.drawn ? words("unknownDrawn", whole(STUDY.drawn.cutUnits[0])) : null,
      words("unknownNeeds"),
      words("unknownTime", day(STUDY.date)),
      words("unknownMap"),
      words("unknownNames", STUDY.longestText),
      words("unknownRows", whole(STUDY.mostRows)),
    ].filter((item) => item);
    return make(
      "section",
      { id: "about", "aria-labelledby": "about-title" },
      make("h2", { id: "about-title" }, words("about")),
      make("h3", {}, words("unknown")),
      make("ul", {}, unknown.map((item) => make("li", {}, item))),
      make(
        "p",
        {},
        words("seeAnomalies"),
        " ",
        ["erreur", "attention", "information"].map((key, index) =>
          `${words(key)} : ${whole(ANOMALIES.totals[index])}`
        ).join(" · "),
      ),
      make("h3", {}, words("definitions")),
      make(
        "dl",
        { class: "definitions" },
        Object.keys(DEFINITIONS).map(definition).map(([title, text]) =>
          make("div", {}, make("dt", {}, title), make("dd", {}, text))
        ),
      ),
      make("h3", {}, words("sources")),
      simpleTable(
        words("sources"),
        ["source", "bytes", "read", "kept", "aside", "digest"].map((key) => words(key)),
        STUDY.inputs.map((
          [path, bytes, sha, read, kept, aside],
        ) => [path, whole(bytes), whole(read), whole(kept), whole(aside), make("code", {}, sha)]),
      ),
      make("p", { class: "quiet" }, words("madeBy", STUDY.version)),
    );
  }

  return { aboutSection };
});
