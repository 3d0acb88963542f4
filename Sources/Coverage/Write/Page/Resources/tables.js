/* The tables: their data say what the columns are, and here is how some are shown. */
part("tables", ({
  data: { ANOMALIES, AREAS, CPTS, OVERLAPS, SECTORS, STAGES, STUDY, ZONES },
  state: { PAGE, STATE },
  language: { languageIndex, measured, words },
  study: {
    areaTitle, cptsName, departmentName, isKnown, levelRows, sectorName, studiedCPTS, sum, uncovered,
    zoneName, zoneOfSector,
  },
  elements: { linkTo, make, stageBar },
  facts: { natureName },
  overlappanel: { conciliationOf },
  options: { cptsNames, firstOption, gradeName, kindName },
  columns: {
    areaTotal, columnsOf, communes, cptsOf, currentLevel, departments, stageColumn, stageOf,
    worded,
  },
}) => {
  const sheetOf = (table, more, special) => ({
    file: table.file,
    columns: columnsOf(table, { superficie_km2: { written: measured }, ...special }),
    ...more,
  });
  /** People, and what is computed from them, may be unknown: never nought. */
  const orUnknown = () => ({ unknown: words("unknownFigure") });
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
          value: areaTitle,
          isMain: true,
        },
        // Where the code is all the name there is, it stands once.
        code: { show: (row) => AREAS.code[row] === (AREAS.name[row] || AREAS.code[row]) ? "" : AREAS.code[row] },
        population_totale: {
          ...orUnknown(),
          value: (row) => isKnown(row) ? sum(AREAS.people[row]) : null,
        },
        population_non_couverte: {
          ...orUnknown(),
          value: (row) => isKnown(row) ? uncovered(row) : null,
        },
      });
      const bar = {
        key: "",
        title: words("byStage"),
        value: () => "",
        show: (row) => isKnown(row) ? stageBar(AREAS.people[row], STUDY.whiteBelow) : "",
      };
      // Everybody is at no stage or above: 100 % there would read as covered.
      const stages = STAGES.map(stageColumn).slice(STATE.measure === "cumulated" ? 1 : 0);
      sheet.columns.splice(-1, 0, bar, ...stages.reverse());
      return sheet;
    },
    zones: () =>
      sheetOf(ZONES, { kind: "zone", rows: allOf(ZONES.zone), order: "-population" }, {
        commune_principale: { value: zoneName, isMain: true },
        statut: worded(ZONES.statut),
        population: orUnknown(),
        densite: {
          written: measured,
          value: (row) =>
            ZONES.superficie_km2[row] && ZONES.population[row] !== null
              ? ZONES.population[row] / ZONES.superficie_km2[row]
              : null,
        },
        departements: departments(ZONES),
        nb_voisins: { value: (row) => ZONES.neighbours[row].length },
      }),
    sectors: () =>
      sheetOf(SECTORS, { kind: "secteur", rows: allOf(SECTORS.secteur), order: "-population" }, {
        commune_principale: { value: sectorName, isMain: true },
        nature: {
          value: (row) => words("nature_" + SECTORS.nature[row]),
          show: natureName,
          csv: (row) => SECTORS.nature[row],
        },
        population: orUnknown(),
        departement_pilote: {
          value: (row) => SECTORS.departement_pilote[row],
          show: (row) => departmentName(SECTORS.departement_pilote[row]),
        },
        option: { value: (row) => firstOption(row) ? kindName(firstOption(row)) : "" },
        cpts_id: { value: (row) => firstOption(row) ? cptsNames(firstOption(row)).join(", ") : "" },
        avis: { value: (row) => firstOption(row) ? gradeName(firstOption(row)) : "" },
        population_gagnee: { value: (row) => firstOption(row) ? firstOption(row).gained : null },
        zone: {
          show: (row) =>
            linkTo(SECTORS.zone[row], () => PAGE.open({ kind: "zone", row: zoneOfSector[row] }, true)),
        },
      }),
    cpts: () =>
      sheetOf(CPTS, { kind: "cpts", rows: allOf(CPTS.cpts_id).slice(0, studiedCPTS) }, {
        cpts_nom: { value: cptsName, isMain: true },
        cpts_id: { show: (row) => CPTS.cpts_id[row] === cptsName(row) ? "" : CPTS.cpts_id[row] },
        stade: stageOf(CPTS.stage),
        population: orUnknown(),
        taille: orUnknown(),
        departements: departments(CPTS),
      }),
    overlaps: () => {
      const { first, second, total } = OVERLAPS;
      const more = { rows: allOf(first), total, order: "-population" };
      const sheet = sheetOf(OVERLAPS, more, {
        cpts_a: cptsOf(first),
        cpts_b: cptsOf(second),
        stade_a: stageOf(first.map((cpts) => CPTS.stage[cpts])),
        stade_b: stageOf(second.map((cpts) => CPTS.stage[cpts])),
        qualification: worded(OVERLAPS.qualification),
        population: orUnknown(),
        communes: communes(OVERLAPS.communes),
      });
      sheet.columns.push({
        key: "",
        title: words("see"),
        value: () => "",
        show: (row) => [
          linkTo(words("seeOverlap"), () => PAGE.open({ kind: "chevauchement", row }, true)),
          make("br"),
          conciliationOf(row),
        ],
      });
      return sheet;
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
