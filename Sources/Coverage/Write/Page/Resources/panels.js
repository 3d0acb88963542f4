/* The panels of a CPTS, of a department or region, and of a commune. */
part("panels", ({
  data: { AREAS, COMMUNES, CPTS, MAP, OVERLAPS, PLACES, SECTORS, STAGES, STUDY, ZONES },
  state: { PAGE },
  language: { heading, inhabitants, measured, share, whole, words },
  study: {
    add, communesOfCPTS, covered, fromStage, isInPart, isKnown, people, peopleInCPTS,
    peopleInSector, peopleInZone, peopleOfCPTS, peopleOfSector, peopleOfZone, sectorsWhere, sum, uncovered, uncoveredOfCommune,
  },
  elements: { defined, linkTo, make, stageBar },
  map: { departmentsOfRegion },
  facts: {
    communeList, departmentLink, facts, linkOf, natureName, peopleOf, section, shortList, simpleTable, stageName,
  },
  overlappanel: { conciliationOf },
  charts: { rankedAreas },
}) => {
  function cptsPanel(row) {
    const overlapping = OVERLAPS.first.flatMap((first, index) =>
      first === row || OVERLAPS.second[index] === row ? [index] : []
    );
    const beside = ZONES.neighbours.flatMap((list, zone) =>
      list.some(([cpts]) => cpts === row) ? [zone] : []
    )
      .sort((a, b) => (ZONES.population[b] || 0) - (ZONES.population[a] || 0));
    return [
      facts(
        [heading("stade"), stageName(CPTS.stage[row]), "stages"],
        [heading("population"), peopleOfCPTS(row), "population"],
        [heading("taille"), [
          CPTS.taille[row] === null ? words("unknownFigure") : String(CPTS.taille[row]),
          CPTS.seuil_proche[row] === null
            ? null
            : make("small", {}, words("close_bound", whole(CPTS.seuil_proche[row]))),
        ], "size"],
        [heading("superficie_km2"), measured(CPTS.superficie_km2[row]), "area"],
        [heading("nb_parties"), String(CPTS.nb_parties[row]), "parts"],
        CPTS.population_hors_etude
          ? [words("outsideArea"), inhabitants(CPTS.population_hors_etude[row]), "studyArea"]
          : null,
        [heading("population_partagee"), people(CPTS.population_partagee[row]), "shared"],
        drawnFact(row),
        [heading("cpts_id"), CPTS.cpts_id[row]],
      ),
      section(
        heading("departements"),
        shortList(CPTS.departements[row].map((code) => () => departmentLink(code)), 6),
      ),
      overlapping.length
        ? section(
          [words("overlaps"), defined("overlaps")],
          shortList(
            overlapping.map((index) => () => {
              const other = OVERLAPS.first[index] === row
                ? OVERLAPS.second[index]
                : OVERLAPS.first[index];
              return [
                linkOf("cpts", other),
                " — ",
                linkTo(
                  `${words(OVERLAPS.qualification[index])}, ${people(OVERLAPS.population[index])}`,
                  () => PAGE.open({ kind: "chevauchement", row: index }, true),
                ),
                make("br"),
                conciliationOf(index),
              ];
            }),
            6,
          ),
        )
        : null,
      sectorList("sectorsOfProject", (sector) => SECTORS.projects[sector].includes(row)),
      beside.length
        ? section(
          words("whiteAround"),
          shortList(
            beside.map(
              (zone) => () => [linkOf("zone", zone), ` — ${peopleOfZone(zone)}`],
            ),
            6,
          ),
        )
        : null,
      communeList(communesOfCPTS(row), (commune) => peopleInCPTS(row, commune)),
    ];
  }

  /** How the drawing of a CPTS follows the communes; nothing where it is a list. */
  function drawnFact(row) {
    const follows = STUDY.drawn?.follows[row];
    if (!follows) return null;
    const [entire, aligned, cut, metres] = follows;
    return [
      words("drawing"),
      [
        words(cut ? "drawingCuts" : "drawingList", whole(cut)),
        aligned || metres
          ? make("small", {}, words("drawingAligned", whole(entire), whole(aligned), whole(metres)))
          : null,
      ],
      "drawing",
    ];
  }

  /** Sectors that a rule wants, the most populous first; nothing where there are none. */
  function sectorList(title, isWanted) {
    const sectors = sectorsWhere(isWanted);
    return sectors.length
      ? section(
        [words(title), defined("sectors")],
        shortList(
          sectors.map((sector) => () => [
            linkOf("secteur", sector),
            make("small", {}, natureName(sector), ` · ${peopleOfSector(sector)}`),
          ]),
          4,
        ),
      )
      : null;
  }

  function stageFacts(row) {
    const counts = AREAS.people[row];
    if (!isKnown(row)) return make("p", {}, words("alone"));
    return [
      stageBar(counts, STUDY.whiteBelow),
      simpleTable(
        words("byStage"),
        [heading("stade"), words("people"), words("share"), words("cumulative")],
        STAGES.map((_, stage) => stage).reverse().map((
          stage,
        ) => [
          stageName(stage),
          whole(counts[stage]),
          share(counts[stage], sum(counts)),
          stage ? share(fromStage(counts, stage), sum(counts)) : "",
        ]),
      ),
    ];
  }

  function areaPanel(kind, row) {
    const members = new Set(
      kind === "region" ? departmentsOfRegion(AREAS.code[row]) : [AREAS.code[row]],
    );
    const here = new Map();
    COMMUNES.department.forEach((department, commune) => {
      if (!members.has(MAP.departments[department])) return;
      for (const zone of PLACES.zones[COMMUNES.place[commune]]) {
        add(here, zone, peopleInZone(zone, commune));
      }
    });
    const zones = [...here].sort((a, b) => (b[1] || 0) - (a[1] || 0) || a[0] - b[0]);
    const inside = CPTS.departements.flatMap((codes, cpts) =>
      codes.some((code) => members.has(code)) && CPTS.stage[cpts] > 0 ? [cpts] : []
    );
    const ranked = rankedAreas("departement");
    return [
      facts(
        isKnown(row)
          ? [
            words("covered"),
            `${share(covered(row), sum(AREAS.people[row]))} — ${inhabitants(covered(row))}`,
            "indicator",
          ]
          : null,
        isKnown(row) ? [heading("population_non_couverte"), inhabitants(uncovered(row))] : null,
        isInPart(row)
          ? [heading("population_hors_etude"), inhabitants(AREAS.population_hors_etude[row])]
          : null,
        kind === "department" && isKnown(row)
          ? ["", words("rank", ranked.length - ranked.indexOf(row), ranked.length)]
          : null,
      ),
      stageFacts(row),
      section(
        [words("whiteIn"), defined("zone")],
        zones.length
          ? shortList(
            zones.map(
              ([zone, count]) => () => [
                linkOf("zone", zone),
                make("br"),
                `${words("peopleHere")} ${people(count)} · ${words("zone").toLowerCase()} : ${
                  peopleOfZone(zone)
                } · ${words(ZONES.statut[zone]).toLowerCase()}`,
              ],
            ),
            3,
          )
          : words("none"),
      ),
      kind === "department"
        ? sectorList(
          "sectorsIn",
          (sector) => SECTORS.departement_pilote[sector] === AREAS.code[row],
        )
        : null,
      section(
        words("cptsIn"),
        inside.length
          ? shortList(
            inside.map(
              (cpts) => () => [
                linkOf("cpts", cpts),
                " ",
                make("small", {}, stageName(CPTS.stage[cpts])),
              ],
            ),
            8,
          )
          : words("none"),
      ),
    ];
  }

  /* The stage of a commune is the highest anywhere in it: how many it holds for is said. */
  function coveredInPart(row) {
    const total = COMMUNES.population[row], rest = uncoveredOfCommune[row];
    return total !== null && rest > 0 && rest < total
      ? make("small", {}, words("coveredInPart", share(total - rest, total), inhabitants(rest)))
      : null;
  }

  function communePanel(row) {
    const place = COMMUNES.place[row];
    return [
      facts(
        [heading("population"), people(COMMUNES.population[row]), "population"],
        [heading("stade"), [stageName(COMMUNES.stage[row]), coveredInPart(row)], "stages"],
        [words("department"), departmentLink(MAP.departments[COMMUNES.department[row]])],
        PLACES.cpts[place].length
          ? [words("cpts"), PLACES.cpts[place].map((cpts) => make("p", {}, linkOf("cpts", cpts)))]
          : null,
        PLACES.zones[place].length
          ? [
            words("zone"),
            PLACES.zones[place].map((zone) =>
              make("p", {}, linkOf("zone", zone), ` — ${peopleOf(row, peopleInZone(zone, row))}`)
            ),
            "zone",
          ]
          : null,
        PLACES.sectors[place].length
          ? [
            words("sectorsHere"),
            PLACES.sectors[place].map((sector) =>
              make(
                "p",
                {},
                linkOf("secteur", sector),
                ` — ${peopleOf(row, peopleInSector(sector, row))}`,
              )
            ),
            "sectors",
          ]
          : null,
      ),
    ];
  }

  return { cptsPanel, areaPanel, communePanel };
});
