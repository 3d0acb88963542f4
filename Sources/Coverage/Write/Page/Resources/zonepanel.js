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

  /* Whether the people of a zone make one coherent CPTS, as its dossier says it. */
  function creationWords(row) {
    const count = ZONES.population[row];
    const [least, most] = STUDY.coherentSizes;
    if (count === null) return words("createUnknown");
    if (count < least) return words("createSmall", whole(count), whole(least));
    return count > most
      ? words("createSeveral", whole(count), whole(Math.ceil(count / most)), whole(most))
      : words("create", whole(count), ZONES.size[row]);
  }

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

  function zoneActions(row) {
    const count = ZONES.population[row];
    const least = STUDY.coherentSizes[0];
    const beside = [...ZONES.neighbours[row]].sort((a, b) => b[2] - a[2] || a[0] - b[0]);
    const options = ZONES.options[row];
    return section(
      [words("actions"), defined("neighbours")],
      make("p", { class: "note" }, words("actionsNote")),
      make(
        "ol",
        {},
        projectsInZone(row).length
          ? make("li", {}, words("accompany"), make("small", {}, words("accompanySource")))
          : null,
        make("li", {}, creationWords(row), defined("size"), source("creation")),
        make(
          "li",
          {},
          beside.length ? [words("extend"), source("extension")] : words("noNeighbour"),
          beside.length
            ? simpleTable(
              words("extend"),
              [words("cpts"), words("border"), words("now"), words("after")],
              beside.slice(0, 12).map(([cpts, metres, border, after]) => [
                [linkOf("cpts", cpts), make("small", {}, stageName(CPTS.stage[cpts]))],
                [
                  decimal(border / 100, 0) + percentSign(),
                  make("small", {}, words("kilometres", measured(metres / 1000))),
                ],
                peopleAndSize(CPTS.population[cpts], CPTS.taille[cpts]),
                peopleAndSize(after ? CPTS.population[cpts] + count : null, after),
              ]),
            )
            : null,
        ),
        count !== null && count < least && beside.length > 1
          ? make("li", {}, words("redraw"), source("partage"))
          : null,
      ),
      options.length
        ? [
          make("h5", {}, words("options")),
          make("p", { class: "note" }, words("optionsNote", eurosScope(), ZONES.zone[row])),
          simpleTable(
            words("options"),
            [words("option"), heading("taille"), words("euros"), words("score")],
            options.map(optionCells),
          ),
        ]
        : make("p", { class: "note" }, words(ZONES.unknown[row] ? "noOptionKnown" : "noOption", ZONES.zone[row])),
    );
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

  /* One option: what is done and by whom, sizes before and after, euros a year, score. */
  function optionCells([kind, members, score, , sizes, euros]) {
    const known = members.filter((cpts) => cpts >= 0);
    return [
      [
        words(kind),
        source(kind),
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
      decimal(score / 1000, 3),
    ];
  }

  return { zonePanel };
});
