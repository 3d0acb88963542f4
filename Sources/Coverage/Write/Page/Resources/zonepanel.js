/* The panel of a white zone: who lives there, what is beside it, what can be done. */
part("zonepanel", ({
  data: { CPTS, STUDY, ZONES },
  language: {
    decimal, heading, languageIndex, measured, percentSign, share, whole, words,
  },
  study: {
    NATIONAL, communesOfZone, people, peopleByDepartment, peopleInZone, peopleOfZone,
    projectsInZone, uncovered,
  },
  elements: { defined, make },
  facts: { communeList, departmentLink, facts, linkOf, section, shortList, simpleTable, stageName },
}) => {
  /* Sectors, and neighbours, of one zone. */
  const SHOWN = 12;

  function zonePanel(row) {
    const square = ZONES.superficie_km2[row], count = ZONES.population[row];
    const communes = communesOfZone(row);
    const projects = projectsInZone(row);
    return [
      facts(
        [heading("statut"), words(ZONES.statut[row]), "status"],
        [heading("population"), peopleOfZone(row), "zone"],
        count === null
          ? null
          : ["", words("ofUncovered", share(count, uncovered(NATIONAL)))],
        [heading("superficie_km2"), measured(square), "area"],
        square > 0 && count !== null
          ? [heading("densite"), measured(count / square), "density"]
          : null,
      ),
      limitOf(row),
      section(
        heading("departements"),
        shortList(
          peopleByDepartment(row).map(
            ([code, here]) => () => [departmentLink(code), ` — ${people(here)}`],
          ),
          6,
        ),
      ),
      zoneActions(row),
      projects.length
        ? section(
          words("projects"),
          shortList(projects.map((cpts) => () => linkOf("cpts", cpts)), 6),
        )
        : null,
      communeList(communes, (commune) => peopleInZone(row, commune)),
    ];
  }

  /* The text that names an answer, or that none does. */
  const source = (kind) => make("small", {}, STUDY.optionSources[kind][languageIndex()]);

  /* People of a CPTS and its size class, where they are known. */
  const peopleAndSize = (count, size) =>
    count === null
      ? words("unknownFigure")
      : [whole(count), make("small", {}, `${heading("taille")} ${size}`)];

  /** Where a zone ends because the study does. */
  function limitOf(row) {
    const kilometres = ZONES.limite_etude_km?.[row];
    if (!kilometres) return null;
    const people = ZONES.population_hors_etude[row];
    return make(
      "p",
      { class: "note" },
      people === null
        ? words("goesOn", decimal(kilometres, 1))
        : words("goesOnWith", decimal(kilometres, 1), whole(people)),
      defined("studyArea"),
    );
  }

  /* What can be done about each sector of a zone, the most populous first. */
  function zoneActions(row) {
    const sectors = ZONES.sectors[row];
    const rest = sectors.length - SHOWN;
    return section(
      [words("actions"), defined("sectors")],
      make("p", { class: "note" }, words("actionsNote", eurosScope())),
      sectors.slice(0, SHOWN).map(sectorActions),
      rest > 0 ? make("p", { class: "note" }, words("more_sectors", rest)) : null,
      neighboursOf(row),
    );
  }

  function sectorActions([id, nature, count, name, projects, options]) {
    return make(
      "div",
      { class: "sector" },
      make("h5", {}, `${id} — ${name}`),
      make(
        "p",
        {},
        words("sectorFacts", count === null ? words("unknownFigure") : whole(count), words(nature)),
        projects.slice(0, 3).map((cpts) => make("small", {}, linkOf("cpts", cpts))),
      ),
      options.length
        ? simpleTable(
          words("options"),
          [words("option"), heading("taille"), words("euros"), words("grade")],
          options.map(optionCells),
        )
        : make("p", { class: "note" }, words(count === null ? "noOptionUnknown" : "noOption")),
      make("p", { class: "note" }, words("sectorFile", id)),
    );
  }

  function neighboursOf(row) {
    const count = ZONES.population[row];
    const beside = [...ZONES.neighbours[row]].sort((a, b) => b[2] - a[2] || a[0] - b[0]);
    if (!beside.length) return make("p", { class: "note" }, words("noNeighbour"));
    return [
      make("h5", {}, words("besides"), defined("neighbours")),
      simpleTable(
        words("besides"),
        [words("cpts"), words("border"), words("now"), words("after")],
        beside.slice(0, SHOWN).map(([cpts, metres, border, after]) => [
          [linkOf("cpts", cpts), make("small", {}, stageName(CPTS.stage[cpts]))],
          [
            decimal(border / 100, 0) + percentSign(),
            make("small", {}, words("kilometres", measured(metres / 1000))),
          ],
          peopleAndSize(CPTS.population[cpts], CPTS.taille[cpts]),
          peopleAndSize(after ? CPTS.population[cpts] + count : null, after),
        ]),
      ),
    ];
  }

  /* Which total of which text is meant. */
  const eurosScope = () =>
    STUDY.amountRules.map(({ scope }) => scope[languageIndex()]).join(" ; ");

  /* Euros by each text shown, with what is to be known of it. */
  function euroWords(euros, index) {
    const warning = STUDY.amountRules[index].warning[languageIndex()];
    const amount = euros === null
      ? words("unknownFigure")
      : (euros > 0 ? "+" : "") + whole(euros);
    return warning ? make("small", {}, `${warning} : ${amount}`) : amount;
  }

  /* One option: what is done and by whom, what speaks against it, sizes before and after, euros a year,
     score. */
  function optionCells(
    [kind, members, score, , sizes, euros, reservation, grade, parts],
  ) {
    const known = members.filter((cpts) => cpts >= 0);
    return [
      [
        words(kind),
        source(kind),
        reservation ? make("small", {}, `${words("toExamine")} ${reservation}`) : null,
        known.slice(0, 3).map((cpts) => make("small", {}, linkOf("cpts", cpts))),
        known.length > 3 ? make("small", {}, words("more_list", known.length - 3)) : null,
      ],
      members
        .slice(0, 3)
        .map((cpts, place) =>
          sizes[2 * place] ? `${sizes[2 * place]} → ${sizes[2 * place + 1]}` : sizes[2 * place + 1],
        )
        .join(" ; "),
      euros.map(euroWords),
      scoreCell(score, grade, parts),
    ];
  }

  /* The score in a word; a click shows the parts that it is the mean of. */
  function scoreCell(score, grade, parts) {
    const names = Object.keys(STUDY.optionWeights);
    return make(
      "details",
      {},
      make("summary", {}, words(grade)),
      make("small", {}, `${words("score")} ${decimal(score / 1000, 2)}`),
      parts.map((part, place) =>
        part === -1
          ? null
          : make(
            "small",
            {},
            words(
              "scorePart",
              words(`note_${names[place]}`),
              part === null ? words("notJudged") : decimal(part / 1000, 2),
              STUDY.optionWeights[names[place]],
            ),
          ),
      ),
    );
  }

  return { zonePanel };
});
