/* What is looked up often in the data of the study. */
part("study", ({
  data: { AREAS, COMMUNES, CPTS, MAP, OVERLAPS, PLACES, SECTORS, STUDY, ZONES },
  language: { inhabitants, words },
}) => {
  const sum = (counts) => counts.reduce((total, count) => total + count, 0);
  /** People at a stage or a later one. */
  const fromStage = (people, stage) => sum(people.slice(stage));
  /** The row of the whole study. */
  const NATIONAL = AREAS.level.findIndex((level) => level === "national" || level === "etude");
  const levelRows = (level) => AREAS.level.flatMap((value, row) => value === level ? [row] : []);
  const LEVELS = [...new Set(AREAS.level)];
  const areaRow = new Map(AREAS.level.map((level, row) => [level + "/" + AREAS.code[row], row]));
  /** Whether the limit of the study cuts an area: its figures are of the part inside. */
  const isInPart = (row) => (AREAS.population_hors_etude?.[row] ?? 0) > 0;
  const areaTitle = (row) => {
    const name = AREAS.name[row] || AREAS.code[row] || words("unnamed");
    return isInPart(row) ? words("inPart", name) : name;
  };
  const areaName = (level, code) => {
    const row = areaRow.get(level + "/" + code);
    return row === undefined ? code || words("unnamed") : areaTitle(row);
  };
  const departmentName = (code) => areaName("departement", code);
  const covered = (row) => fromStage(AREAS.people[row], STUDY.whiteBelow);
  const uncovered = (row) => sum(AREAS.people[row]) - covered(row);
  const isKnown = (row) => AREAS.people[row].length > 0;

  const rowOf = (ids) => new Map(ids.map((id, row) => [id, row]));
  /** CPTS after these are neighbours that the study is not of. */
  const studiedCPTS = CPTS.studied ?? CPTS.cpts_id.length;
  const zoneRow = rowOf(ZONES.zone), cptsRow = rowOf(CPTS.cpts_id);
  const communeRow = rowOf(COMMUNES.code), sectorRow = rowOf(SECTORS.secteur);
  const overlapIds = OVERLAPS.first.map((first, row) =>
    `${CPTS.cpts_id[first]}|${CPTS.cpts_id[OVERLAPS.second[row]]}`
  );
  const overlapRow = rowOf(overlapIds);
  const zoneName = (row) => ZONES.commune_principale[row] || ZONES.zone[row];
  const sectorName = (row) => SECTORS.commune_principale[row] || SECTORS.secteur[row];
  const cptsName = (row) => CPTS.cpts_nom[row] || CPTS.cpts_id[row];

  /** What a file or a table does not know stays empty. */
  const people = (count) => count === null ? words("alone") : inhabitants(count);

  /** People of a place of which some units may have none that a file gives: at least so many. */
  const atLeast = (count, unknown) =>
    count !== null && unknown > 0 ? words("atLeast", inhabitants(count)) : people(count);
  const peopleOfZone = (row) => atLeast(ZONES.population[row], ZONES.unknown[row]);
  const peopleOfSector = (row) => atLeast(SECTORS.population[row], SECTORS.unknown[row]);
  const peopleOfCPTS = (row) => atLeast(CPTS.population[row], CPTS.unknown[row]);

  /** People of each commune who are not covered. */
  const uncoveredOfCommune = (() => {
    const counts = COMMUNES.stage.map((stage, row) =>
      stage >= STUDY.whiteBelow ? 0 : COMMUNES.population[row] || 0
    );
    for (const [row, inside] of COMMUNES.covered) {
      counts[row] = (COMMUNES.population[row] || 0) - inside;
    }
    return counts;
  })();

  /** People of a commune in one zone, in one sector, or in one CPTS: the data name those that are not the usual ones. */
  const inPlace = (divided) =>
    new Map(divided.map(([owner, row, count]) => [owner + "/" + row, count]));
  const inZones = inPlace(ZONES.divided), inCPTS = inPlace(CPTS.divided);
  const inSectors = inPlace(SECTORS.divided);
  const peopleInZone = (zone, row) =>
    COMMUNES.population[row] === null
      ? null
      : inZones.get(zone + "/" + row) ?? uncoveredOfCommune[row];
  const peopleInSector = (sector, row) =>
    COMMUNES.population[row] === null
      ? null
      : inSectors.get(sector + "/" + row) ?? uncoveredOfCommune[row];
  const peopleInCPTS = (cpts, row) => inCPTS.get(cpts + "/" + row) ?? COMMUNES.population[row];

  /** Communes by the place that covers them: found once, when first asked for. */
  let communesByPlace = null;
  function communesWhere(isIn, peopleOf) {
    if (!communesByPlace) {
      communesByPlace = PLACES.cpts.map(() => []);
      COMMUNES.place.forEach((place, row) => communesByPlace[place].push(row));
    }
    return communesByPlace.flatMap((rows, place) => isIn(place) ? rows : [])
      .sort((a, b) => (peopleOf(b) || 0) - (peopleOf(a) || 0) || a - b);
  }
  const communesOfZone = (zone) =>
    communesWhere(
      (place) => PLACES.zones[place].includes(zone),
      (row) => peopleInZone(zone, row),
    );
  const communesOfSector = (sector) =>
    communesWhere(
      (place) => PLACES.sectors[place].includes(sector),
      (row) => peopleInSector(sector, row),
    );
  const communesOfCPTS = (cpts) =>
    communesWhere(
      (place) => PLACES.cpts[place].includes(cpts),
      (row) => peopleInCPTS(cpts, row),
    );

  /** Adds people to a sum, which stays unknown as long as none are known. */
  const add = (sums, key, count) =>
    sums.set(key, count === null ? sums.get(key) ?? null : (sums.get(key) ?? 0) + count);

  /** People of communes, by department, the most populous first. */
  function peopleByDepartment(communes, peopleHere) {
    const counts = new Map();
    for (const row of communes) {
      add(counts, MAP.departments[COMMUNES.department[row]], peopleHere(row));
    }
    return [...counts].sort((a, b) => (b[1] || 0) - (a[1] || 0) || (a[0] < b[0] ? -1 : 1));
  }

  /** CPTS below the stage required that are at work in a zone. */
  function projectsInZone(zone) {
    const found = new Set();
    PLACES.zones.forEach((zones, place) => {
      if (!zones.includes(zone)) return;
      for (const cpts of PLACES.cpts[place]) {
        if (CPTS.stage[cpts] < STUDY.whiteBelow) found.add(cpts);
      }
    });
    return [...found].sort((a, b) => a - b);
  }

  /** The zone of each sector, and the sectors of each zone, the most populous first. */
  const zoneOfSector = SECTORS.zone.map((zone) => zoneRow.get(zone));
  const sectorsOfZone = ZONES.zone.map(() => []);
  zoneOfSector.forEach((zone, sector) => sectorsOfZone[zone].push(sector));
  const bySize = (a, b) => (SECTORS.population[b] || 0) - (SECTORS.population[a] || 0) || a - b;
  for (const sectors of sectorsOfZone) sectors.sort(bySize);
  /** Sectors that a rule wants, the most populous first. */
  const sectorsWhere = (isWanted) =>
    SECTORS.secteur.flatMap((_, row) => isWanted(row) ? [row] : []).sort(bySize);

  return {
    sum, fromStage, NATIONAL, levelRows, LEVELS, areaRow, areaTitle, departmentName, covered,
    uncovered, isInPart, isKnown, studiedCPTS, zoneRow, sectorRow, cptsRow,
    communeRow, overlapIds, overlapRow, zoneName, sectorName, cptsName, people, atLeast, peopleOfZone,
    peopleOfSector, peopleOfCPTS,
    uncoveredOfCommune, add, peopleInZone, peopleInSector, peopleInCPTS, communesOfZone,
    communesOfSector, communesOfCPTS, peopleByDepartment, projectsInZone, zoneOfSector, sectorsOfZone,
    sectorsWhere,
  };
});
