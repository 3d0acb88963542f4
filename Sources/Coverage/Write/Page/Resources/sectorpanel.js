/* The panel of a sector: who lives there, what is at work, what can be done and by whom. */
part("sectorpanel", ({
  data: { CPTS, SECTORS, ZONES },
  language: { decimal, heading, measured, percentSign, share, whole, words },
  study: {
    areaRow, areaTitle, communesOfSector, cptsRow, people, peopleByDepartment, peopleInSector,
    peopleOfCPTS, peopleOfSector, sectorsOfZone, zoneOfSector,
  },
  elements: { defined, make },
  facts: {
    communeList, departmentLink, facts, linkOf, natureName, section, shortList, simpleTable,
    stageName,
  },
  optionlist: { optionsOf },
  since: { historyOf },
}) => {
  function sectorPanel(row) {
    const square = SECTORS.superficie_km2[row], count = SECTORS.population[row];
    const zone = zoneOfSector[row];
    const isWhole = sectorsOfZone[zone].length === 1;
    return [
      facts(
        [heading("nature"), natureName(row), "nature"],
        [heading("population"), peopleOfSector(row), "sectors"],
        [
          words("zone"),
          [
            linkOf("zone", zone),
            make("small", {}, isWhole ? words("isWholeZone") : ofZone(count, zone)),
          ],
          "zone",
        ],
        [heading("departement_pilote"), departmentLink(SECTORS.departement_pilote[row]), "pilot"],
        attachedTo(row),
        [heading("superficie_km2"), measured(square), "area"],
        square > 0 && count !== null
          ? [
            heading("densite"),
            SECTORS.unknown[row] > 0
              ? words("atLeast", measured(count / square))
              : measured(count / square),
            "density",
          ]
          : null,
        wholeAndCut("bassins", SECTORS.bassins_entiers[row], SECTORS.bassins_coupes[row]),
        wholeAndCut("epcis", SECTORS.epci_entiers[row], SECTORS.epci_coupes[row]),
        ...historyOf(SECTORS, row),
      ),
      make(
        "p",
        {},
        make("a", { class: "dossier", href: SECTORS.dossier[row] }, words("openDossier")),
      ),
      projectsOf(row),
      optionsOf(row),
      neighboursOf(row),
      departmentsOf(row),
      communeList(communesOfSector(row), (commune) => peopleInSector(row, commune)),
    ];
  }

  const ofZone = (count, zone) =>
    count === null || !ZONES.population[zone]
      ? null
      : words("ofZone", share(count, ZONES.population[zone]));

  const wholeAndCut = (word, entire, cut) =>
    entire === null ? null : [words(word), words("wholeAndCut", whole(entire), whole(cut))];

  /** With whom a remnant is treated: a CPTS, or an EPCI. */
  function attachedTo(row) {
    const id = SECTORS.rattache_a[row];
    if (!id) return null;
    const area = id.startsWith("epci:") ? areaRow.get("epci/" + id.slice(5)) : undefined;
    const cpts = cptsRow.get(id);
    return [
      words("treatedWith"),
      cpts !== undefined ? linkOf("cpts", cpts) : area === undefined ? id : areaTitle(area),
    ];
  }

  const projectsOf = (row) =>
    SECTORS.projects[row].length
      ? section(
        words("projectsAtWork"),
        shortList(
          SECTORS.projects[row].map((cpts) => () => [
            linkOf("cpts", cpts),
            make("small", {}, stageName(CPTS.stage[cpts]), ` · ${peopleOfCPTS(cpts)}`),
          ]),
          6,
        ),
      )
      : null;

  function neighboursOf(row) {
    const across = SECTORS.acrossSea.find(([sector]) => sector === row);
    const beside = [...SECTORS.neighbours[row]].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    const poles = SECTORS.poles[row];
    return section(
      [words("besidesSector"), defined("neighbours")],
      across
        ? make("p", {}, words("acrossSea"), " ", linkOf("cpts", across[1]))
        : beside.length
        ? null
        : make("p", { class: "note" }, words("noNeighbourOfSector")),
      beside.length
        ? simpleTable(
          words("besidesSector"),
          [words("cpts"), words("border"), words("now")],
          beside.slice(0, 12).map(([cpts, border]) => [
            [
              linkOf("cpts", cpts),
              make(
                "small",
                {},
                stageName(CPTS.stage[cpts]),
                poles.includes(cpts) ? ` · ${words("holdsPole")}` : null,
              ),
            ],
            decimal(border / 100, 0) + percentSign(),
            [
              peopleOfCPTS(cpts),
              make("small", {}, `${heading("taille")} ${CPTS.taille[cpts] ?? "—"}`),
            ],
          ]),
        )
        : null,
      beside.length > 12
        ? make("p", { class: "note" }, words("more_list", whole(beside.length - 12)))
        : null,
    );
  }

  function departmentsOf(row) {
    const departments = peopleByDepartment(
      communesOfSector(row),
      (commune) => peopleInSector(row, commune),
    );
    if (departments.length < 2) return null;
    return section(
      heading("departements"),
      shortList(
        departments.map(([code, here]) => () => [departmentLink(code), ` — ${people(here)}`]),
        6,
      ),
    );
  }

  return { sectorPanel };
});
