/* The tables: columns as data, under the names that they have in the files. */
part("tables", ({
  data: { ANOMALIES, AREAS, COMMUNES, CPTS, OVERLAPS, STAGES, STUDY, ZONES },
  language: { languageIndex, words },
  study: { isKnown, levelRows, sum, uncovered },
  elements: { stageBar },
  facts: { stageName },
  columns: {
    areaTotal, codes, currentLevel, named, number, pairColumn, shortNames, stageColumn, stageOf,
    text,
  },
}) => {
  const SHEETS = {
    areas: () => ({
      file: "couverture",
      rows: levelRows(currentLevel()),
      total: areaTotal(currentLevel()),
      kind: { departement: "department", region: "region" }[currentLevel()],
      columns: [
        text("nom", words("name"), (row) => AREAS.name[row] || AREAS.code[row] || words("unnamed"), {
          isMain: true,
        }),
        text("code", words("code"), (row) => AREAS.code[row], { isCode: true }),
        number(
          "population_totale",
          words("population"),
          (row) => isKnown(row) ? sum(AREAS.people[row]) : null,
          { definition: "population" },
        ),
        {
          key: "",
          title: words("byStage"),
          value: () => "",
          show: (row) => isKnown(row) ? stageBar(AREAS.people[row], STUDY.whiteBelow) : "",
        },
        ...STAGES.map((key, stage) => stageColumn(key, stage)).reverse(),
        number(
          "population_non_couverte",
          words("uncovered"),
          (row) => isKnown(row) ? uncovered(row) : null,
          { definition: "indicator" },
        ),
      ],
    }),
    zones: () => ({
      file: "zones_blanches",
      kind: "zone",
      rows: ZONES.id.map((_, row) => row),
      order: "-population",
      columns: [
        text("commune_principale", words("main"), (row) => ZONES.main[row] || ZONES.id[row], {
          isMain: true,
        }),
        text("zone", words("zone"), (row) => ZONES.id[row], { isCode: true, definition: "zone" }),
        text("statut", words("status"), (row) => ZONES.status[row], {
          show: (row) => words(ZONES.status[row]),
          definition: "status",
        }),
        number("population", words("population"), (row) => ZONES.population[row]),
        number("superficie_km2", words("area"), (row) => ZONES.area[row] / 1000, {
          decimals: 1,
          definition: "area",
        }),
        number(
          "densite",
          words("density"),
          (row) => ZONES.area[row] ? ZONES.population[row] / (ZONES.area[row] / 1000) : null,
          {
            definition: "density",
          },
        ),
        number("nb_communes", words("communesShort"), (row) => ZONES.communes[row]),
        text("departements", words("departments"), codes(ZONES.departments), {
          show: named("departement", ZONES.departments),
        }),
        number("nb_voisins", words("neighbours"), (row) => ZONES.neighbours[row].length, {
          definition: "neighbours",
        }),
      ],
    }),
    cpts: () => ({
      file: "cpts",
      kind: "cpts",
      rows: CPTS.id.map((_, row) => row),
      columns: [
        text("cpts_nom", words("name"), (row) => CPTS.name[row] || CPTS.id[row], { isMain: true }),
        text("cpts_id", words("id"), (row) => CPTS.id[row], { isCode: true }),
        {
          ...number("stade", words("stage"), (row) => CPTS.stage[row]),
          csv: (row) => STAGES[CPTS.stage[row]],
          isNumber: false,
          show: (row) => stageName(CPTS.stage[row]),
          definition: "stages",
        },
        number("population", words("population"), (row) => CPTS.population[row], {
          definition: "population",
        }),
        number("taille", words("size"), (row) => CPTS.size[row], { definition: "size" }),
        number("nb_communes", words("communesShort"), (row) => CPTS.communes[row]),
        number("superficie_km2", words("area"), (row) => CPTS.area[row] / 1000, {
          decimals: 1,
          definition: "area",
        }),
        number("nb_parties", words("parts"), (row) => CPTS.parts[row], { definition: "parts" }),
        text("departements", words("departments"), codes(CPTS.departments), {
          show: named("departement", CPTS.departments),
        }),
        number("population_partagee", words("shared"), (row) => CPTS.shared[row], {
          definition: "shared",
        }),
      ],
    }),
    overlaps: () => ({
      file: "chevauchements",
      rows: OVERLAPS.first.map((_, row) => row),
      total: OVERLAPS.total,
      order: "-population",
      columns: [
        pairColumn("cpts_a", words("first"), OVERLAPS.first),
        pairColumn("cpts_b", words("second"), OVERLAPS.second),
        stageOf("stade_a", words("stageA"), OVERLAPS.first),
        stageOf("stade_b", words("stageB"), OVERLAPS.second),
        text("qualification", words("qualification"), (row) => OVERLAPS.qualification[row], {
          show: (row) => words(OVERLAPS.qualification[row]),
          definition: "overlaps",
        }),
        number("population", words("population"), (row) => OVERLAPS.population[row]),
        number("superficie_km2", words("area"), (row) => OVERLAPS.area[row] / 1000, {
          decimals: 1,
          definition: "area",
        }),
        text(
          "communes",
          words("communesShort"),
          (row) => OVERLAPS.communes[row].map((commune) => COMMUNES.code[commune]).join("|"),
          {
            show: (row) => shortNames(OVERLAPS.communes[row]),
          },
        ),
      ],
    }),
    anomalies: () => ({
      file: "anomalies",
      rows: ANOMALIES.rule.map((_, row) => row),
      total: sum(ANOMALIES.totals),
      columns: [
        text("gravite", words("severity"), (row) => ANOMALIES.severity[row], {
          show: (row) => words(ANOMALIES.severity[row]),
          definition: "anomalies",
        }),
        text("regle", words("rule"), (row) => ANOMALIES.rule[row]),
        text("objet", words("object"), (row) => ANOMALIES.object[row], { isCode: true }),
        text("constat", words("finding"), (row) => ANOMALIES.finding[row][languageIndex()]),
        text("traitement", words("treatment"), (row) => ANOMALIES.treatment[row][languageIndex()]),
        text("fichier", words("file"), (row) => ANOMALIES.file[row]),
        number("ligne", words("line"), (row) => ANOMALIES.line[row]),
      ],
    }),
  };

  return { SHEETS };
});
