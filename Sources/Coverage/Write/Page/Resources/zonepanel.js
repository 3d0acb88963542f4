/* The panel of a white zone: who lives there, the sectors that add up to it, what is beside it. */
part("zonepanel", ({
  data: { CPTS, SECTORS, ZONES },
  language: { decimal, heading, measured, percentSign, share, whole, words },
  study: {
    NATIONAL, communesOfZone, people, peopleByDepartment, peopleInZone, peopleOfZone,
    projectsInZone, sectorsOfZone, sum, uncovered,
  },
  elements: { defined, make },
  facts: {
    communeList, departmentLink, facts, linkOf, natureName, section, shortList, simpleTable,
    stageName,
  },
  options: { cptsNames, firstOption, gradeName, kindName },
  since: { historyOf },
}) => {
  /* Sectors, and neighbours, of one zone. */
  const SHOWN = 12;

  function zonePanel(row) {
    const square = ZONES.superficie_km2[row], count = ZONES.population[row];
    const communes = communesOfZone(row);
    const projects = projectsInZone(row);
    const peopleHere = (commune) => peopleInZone(row, commune);
    return [
      facts(
        [heading("statut"), words(ZONES.statut[row]), "status"],
        [heading("population"), peopleOfZone(row), "zone"],
        count === null
          ? null
          : ["", words("ofUncovered", share(count, uncovered(NATIONAL)))],
        ...atWork(row),
        [heading("superficie_km2"), measured(square), "area"],
        square > 0 && count !== null
          ? [
            heading("densite"),
            ZONES.unknown[row] > 0
              ? words("atLeast", measured(count / square))
              : measured(count / square),
            "density",
          ]
          : null,
        ...historyOf(ZONES, row),
      ),
      limitOf(row),
      sectorsOf(row),
      section(
        heading("departements"),
        shortList(
          peopleByDepartment(communes, peopleHere).map(
            ([code, here]) => () => [departmentLink(code), ` — ${people(here)}`],
          ),
          6,
        ),
      ),
      neighboursOf(row),
      projects.length
        ? section(
          words("projects"),
          shortList(projects.map((cpts) => () => linkOf("cpts", cpts)), 6),
        )
        : null,
      communeList(communes, peopleHere),
    ];
  }

  /* People where a project is at work, and the others. */
  function atWork(row) {
    const count = ZONES.population[row];
    if (count === null) return [];
    const inside = sum(
      sectorsOfZone[row]
        .filter((sector) => SECTORS.projects[sector].length)
        .map((sector) => SECTORS.population[sector] ?? 0),
    );
    return [
      [words("withProject"), whole(inside), "work"],
      [words("withoutProject"), whole(count - inside), "work"],
    ];
  }

  /* People of a CPTS and its size class, where they are known: of people known in part it is not. */
  const peopleAndSize = (count, unknown, size) =>
    count === null ? words("unknownFigure") : [
      inFull(count, unknown),
      make("small", {}, `${heading("taille")} ${size || words("unknownFigure")}`),
    ];

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

  /* The sectors of a zone, the most populous first; they add up to it. */
  function sectorsOf(row) {
    const sectors = sectorsOfZone[row];
    const table = simpleTable(
      words("sectors"),
      [words("secteur"), heading("population")],
      [
        ...sectors.slice(0, SHOWN).map(sectorCells),
        [words("sum"), inFull(ZONES.population[row], ZONES.unknown[row])],
      ],
    );
    table.classList.add("last-number");
    const body = table.querySelector("tbody");
    body.lastElementChild.className = "sum";
    const rest = sectors.slice(SHOWN);
    const more = make("button", {
      type: "button",
      class: "link",
      onclick: () => {
        const others = simpleTable("", [], rest.map(sectorCells)).querySelectorAll("tbody tr");
        body.lastElementChild.before(...others);
        more.remove();
      },
    }, words("more_list", whole(rest.length)));
    return section(
      [`${words("sectors")} (${whole(sectors.length)})`, defined("sectors")],
      table,
      rest.length ? more : null,
    );
  }

  const sectorCells = (sector) => [
    [
      linkOf("secteur", sector),
      make("small", {}, natureName(sector)),
      make("small", {}, first(sector)),
    ],
    inFull(SECTORS.population[sector], SECTORS.unknown[sector]),
  ];

  /* People under a heading that says so; where some are not known, at least so many. */
  const inFull = (count, unknown) =>
    count === null
      ? words("unknownFigure")
      : unknown > 0
      ? words("atLeast", whole(count))
      : whole(count);

  /* What to look at first, and how good it is. */
  function first(sector) {
    const option = firstOption(sector);
    if (!option) {
      return words(SECTORS.population[sector] === null ? "noOptionUnknown" : "noOptionShort");
    }
    const [name, ...others] = cptsNames(option);
    return `${kindName(option)}${words("colon")}${name}${
      others.length ? ` + ${others.length}` : ""
    } (${gradeName(option)})`;
  }

  function neighboursOf(row) {
    const count = ZONES.population[row];
    const beside = [...ZONES.neighbours[row]].sort((a, b) => b[2] - a[2] || a[0] - b[0]);
    if (!beside.length) return make("p", { class: "note" }, words("noNeighbour"));
    return section(
      [words("besides"), defined("neighbours")],
      simpleTable(
        words("besides"),
        [words("cpts"), words("border"), words("now"), words("after")],
        beside.slice(0, SHOWN).map(([cpts, metres, border, after]) => [
          [linkOf("cpts", cpts), make("small", {}, stageName(CPTS.stage[cpts]))],
          [
            decimal(border / 100, 0) + percentSign(),
            make("small", {}, words("kilometres", measured(metres / 1000))),
          ],
          peopleAndSize(CPTS.population[cpts], CPTS.unknown[cpts], CPTS.taille[cpts]),
          peopleAndSize(
            count === null || CPTS.population[cpts] === null
              ? null
              : CPTS.population[cpts] + count,
            CPTS.unknown[cpts] + ZONES.unknown[row],
            after,
          ),
        ]),
      ),
    );
  }

  return { zonePanel };
});
