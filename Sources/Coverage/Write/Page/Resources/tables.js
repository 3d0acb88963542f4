/* The tables: their data say what the columns are, and here is how some are shown. */
part("tables", ({
  data: { ANOMALIES, AREAS, CPTS, OVERLAPS, STAGES, STUDY, ZONES },
  language: { languageIndex, words },
  study: { cptsName, isKnown, levelRows, studiedCPTS, sum, uncovered, zoneName },
  elements: { stageBar },
  columns: {
    areaTotal, columnsOf, communes, cptsOf, currentLevel, departments, stageColumn, stageOf,
    worded,
  },
}) => {
  const sheetOf = (table, more, special) => ({
    file: table.file,
    columns: columnsOf(table, { superficie_km2: { decimals: 1 }, ...special }),
    ...more,
  });
  const allOf = (column) => column.map((_, row) => row);

  const SHEETS = {
    areas: () => {
      const level = currentLevel();
      const sheet = sheetOf(AREAS, {
        rows: levelRows(level),
        total: areaTotal(level),
        kind: { departement: "department", region: "region" }[level],
      }, {
        nom: {
          value: (row) => AREAS.name[row] || AREAS.code[row] || words("unnamed"),
          isMain: true,
        },
        population_totale: { value: (row) => isKnown(row) ? sum(AREAS.people[row]) : null },
        population_non_couverte: { value: (row) => isKnown(row) ? uncovered(row) : null },
      });
      const bar = {
        key: "",
        title: words("byStage"),
        value: () => "",
        show: (row) => isKnown(row) ? stageBar(AREAS.people[row], STUDY.whiteBelow) : "",
      };
      sheet.columns.splice(-1, 0, bar, ...STAGES.map(stageColumn).reverse());
      return sheet;
    },
    zones: () =>
      sheetOf(ZONES, { kind: "zone", rows: allOf(ZONES.zone), order: "-population" }, {
        commune_principale: { value: zoneName, isMain: true },
        statut: worded(ZONES.statut),
        densite: {
          value: (row) =>
            ZONES.superficie_km2[row] ? ZONES.population[row] / ZONES.superficie_km2[row] : null,
        },
        departements: departments(ZONES),
        nb_voisins: { value: (row) => ZONES.neighbours[row].length },
      }),
    cpts: () =>
      sheetOf(CPTS, { kind: "cpts", rows: allOf(CPTS.cpts_id).slice(0, studiedCPTS) }, {
        cpts_nom: { value: cptsName, isMain: true },
        stade: stageOf(CPTS.stage),
        departements: departments(CPTS),
      }),
    overlaps: () => {
      const { first, second, total } = OVERLAPS;
      return sheetOf(OVERLAPS, { rows: allOf(first), total, order: "-population" }, {
        cpts_a: cptsOf(first),
        cpts_b: cptsOf(second),
        stade_a: stageOf(first.map((cpts) => CPTS.stage[cpts])),
        stade_b: stageOf(second.map((cpts) => CPTS.stage[cpts])),
        qualification: worded(OVERLAPS.qualification),
        communes: communes(OVERLAPS.communes),
      });
    },
    anomalies: () =>
      sheetOf(ANOMALIES, { rows: allOf(ANOMALIES.regle), total: sum(ANOMALIES.totals) }, {
        gravite: worded(ANOMALIES.gravite),
        constat: { value: (row) => ANOMALIES.constat[row][languageIndex()] },
        traitement: { value: (row) => ANOMALIES.traitement[row][languageIndex()] },
      }),
  };

  return { SHEETS };
});
