/* The panels of a CPTS, of a department or region, and of a commune. */
part("panels", ({
  data: { AREAS, COMMUNES, CPTS, MAP, OVERLAPS, PLACES, STAGES, STUDY, ZONES },
  language: { decimal, heading, inhabitants, percent, whole, words },
  study: {
    communesOfCPTS, covered, fromStage, isKnown, people, sum, uncovered, uncoveredOfCommune,
  },
  elements: { defined, make, stageBar },
  map: { departmentsOfRegion },
  facts: { communeList, departmentLink, facts, linkOf, section, shortList, simpleTable, stageName },
  charts: { rankedAreas },
}) => {
  function cptsPanel(row) {
    const overlapping = OVERLAPS.first.flatMap((first, index) =>
      first === row || OVERLAPS.second[index] === row ? [index] : []
    );
    const beside = ZONES.neighbours.flatMap((list, zone) =>
      list.some(([cpts]) => cpts === row) ? [zone] : []
    )
      .sort((a, b) => ZONES.population[b] - ZONES.population[a]);
    return [
      facts(
        [heading("stade"), stageName(CPTS.stage[row]), "stages"],
        [heading("population"), inhabitants(CPTS.population[row]), "population"],
        [heading("taille"), [
          String(CPTS.taille[row]),
          CPTS.seuil_proche[row] === null
            ? null
            : make("small", {}, words("close_bound", whole(CPTS.seuil_proche[row]))),
        ], "size"],
        [heading("superficie_km2"), decimal(CPTS.superficie_km2[row], 1), "area"],
        [heading("nb_parties"), String(CPTS.nb_parties[row]), "parts"],
        CPTS.population_hors_etude
          ? [words("outsideArea"), inhabitants(CPTS.population_hors_etude[row]), "studyArea"]
          : null,
        [heading("population_partagee"), inhabitants(CPTS.population_partagee[row]), "shared"],
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
                ` — ${words(OVERLAPS.qualification[index])}, ${
                  inhabitants(OVERLAPS.population[index])
                }`,
              ];
            }),
            6,
          ),
        )
        : null,
      beside.length
        ? section(
          words("whiteAround"),
          shortList(
            beside.map(
              (zone) => () => [linkOf("zone", zone), ` — ${inhabitants(ZONES.population[zone])}`],
            ),
            6,
          ),
        )
        : null,
      communeList(communesOfCPTS(row)),
    ];
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
          percent(counts[stage], sum(counts)),
          percent(fromStage(counts, stage), sum(counts)),
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
        here.set(zone, (here.get(zone) || 0) + uncoveredOfCommune[commune]);
      }
    });
    const zones = [...here].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    const inside = CPTS.departements.flatMap((codes, cpts) =>
      codes.some((code) => members.has(code)) && CPTS.stage[cpts] > 0 ? [cpts] : []
    );
    const ranked = rankedAreas("departement");
    return [
      facts(
        isKnown(row)
          ? [
            words("covered"),
            `${percent(covered(row), sum(AREAS.people[row]))} — ${inhabitants(covered(row))}`,
            "indicator",
          ]
          : null,
        isKnown(row) ? [heading("population_non_couverte"), inhabitants(uncovered(row))] : null,
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
                `${words("peopleHere")} ${inhabitants(count)} · ${words("zone").toLowerCase()} : ${
                  whole(ZONES.population[zone])
                } · ${words(ZONES.statut[zone]).toLowerCase()}`,
              ],
            ),
            3,
          )
          : words("none"),
      ),
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

  function communePanel(row) {
    const place = COMMUNES.place[row];
    return [
      facts(
        [heading("population"), people(COMMUNES.population[row]), "population"],
        [heading("stade"), stageName(COMMUNES.stage[row]), "stages"],
        [words("department"), departmentLink(MAP.departments[COMMUNES.department[row]])],
        PLACES.cpts[place].length
          ? [words("cpts"), PLACES.cpts[place].map((cpts) => make("p", {}, linkOf("cpts", cpts)))]
          : null,
        PLACES.zones[place].length
          ? [
            words("zone"),
            PLACES.zones[place].map((zone) => make("p", {}, linkOf("zone", zone))),
            "zone",
          ]
          : null,
      ),
    ];
  }

  return { cptsPanel, areaPanel, communePanel };
});
