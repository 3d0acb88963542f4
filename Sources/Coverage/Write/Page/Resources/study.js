/* The study as read from the page's block of data, with what is looked up often. */
const DATA = JSON.parse(document.getElementById("data").textContent);
const STUDY = DATA.study;
const STAGES = STUDY.stages;
const AREAS = DATA.areas, CPTS = DATA.cpts, ZONES = DATA.zones, OVERLAPS = DATA.overlaps;
const ANOMALIES = DATA.anomalies, COMMUNES = DATA.communes, PLACES = DATA.places, MAP = DATA.map;
/** Undefined where no date tells of an earlier month. */
const HISTORY = DATA.history;

const language = () => STATE.language;

/** A text of ours with the spaces that must not break, as French spells them. */
const typeset = (text) =>
  language() !== "fr" ? text : text.replace(/ (?=[:;%?!»])/g, "\u00A0").replace(/« /g, "«\u00A0")
    .replace(/(\d) (?=\d{3})/g, "$1\u202F");

const filled = (text, values) => text.replace(/\{(\d)\}/g, (_, index) => values[index]);

/** A text of the dictionary with its gaps filled in. */
const words = (key, ...values) => filled(typeset(WORDS[language()][key]), values);

/** Title and text of a definition. */
const definition = (name) =>
  DEFINITIONS[name][language()].map((text) =>
    filled(typeset(text), DEFINITION_VALUES[name]?.() ?? [])
  );

const numbers = {};
function formatter(decimals) {
  const key = language() + decimals;
  return numbers[key] ||= new Intl.NumberFormat(language() === "fr" ? "fr-FR" : "en-GB", {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
}
const whole = (number) => formatter(0).format(number);
const decimal = (number, decimals) => formatter(decimals).format(number);

/** Hundredths of a percent, rounded half up in whole arithmetic, as in the tables of the report. */
const hundredths = (part, total) =>
  total === 0 ? 0 : Math.floor((part * 20000 + total) / (2 * total));
const percentSign = () => language() === "fr" ? "\u202F%" : "%";
const percent = (part, total) => decimal(hundredths(part, total) / 100, 2) + percentSign();

const sum = (counts) => counts.reduce((total, count) => total + count, 0);
/** People at a stage or a later one. */
const fromStage = (people, stage) => sum(people.slice(stage));
const inhabitants = (count) => words(count === 1 ? "inhabitant" : "inhabitants", whole(count));
const day = (text) => spelled(text).replace(/^1 (?=\p{L})/u, language() === "fr" ? "1er " : "1 ");
const spelled = (text) =>
  new Intl.DateTimeFormat(language() === "fr" ? "fr-FR" : "en-GB", {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  }).format(new Date(text + "T00:00:00Z"));

/** Lower case, without accents, one space for every run of anything else: what spellings share. */
const folded = (text) =>
  text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase()
    .replace(/œ/g, "oe").replace(/æ/g, "ae").replace(/[^\p{L}\p{N}]+/gu, " ").trim();

const NATIONAL = AREAS.level.indexOf("national");
const levelRows = (level) => AREAS.level.flatMap((value, row) => value === level ? [row] : []);
const LEVELS = [...new Set(AREAS.level)];
const areaRow = new Map(AREAS.level.map((level, row) => [level + "/" + AREAS.code[row], row]));
const areaName = (level, code) =>
  AREAS.name[areaRow.get(level + "/" + code)] || code || words("unnamed");
const departmentName = (code) => areaName("departement", code);
const covered = (row) => fromStage(AREAS.people[row], STUDY.whiteBelow);
const uncovered = (row) => sum(AREAS.people[row]) - covered(row);
const isKnown = (row) => AREAS.people[row].length > 0;

const rowOf = (ids) => new Map(ids.map((id, row) => [id, row]));
const zoneRow = rowOf(ZONES.id), cptsRow = rowOf(CPTS.id), communeRow = rowOf(COMMUNES.code);

/** What a file or a table does not know stays empty. */
const people = (count) => count === null ? words("alone") : inhabitants(count);

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

/** Communes by the place that covers them: found once, when first asked for. */
let communesByPlace = null;
function communesWhere(isIn) {
  if (!communesByPlace) {
    communesByPlace = PLACES.cpts.map(() => []);
    COMMUNES.place.forEach((place, row) => communesByPlace[place].push(row));
  }
  return communesByPlace.flatMap((rows, place) => isIn(place) ? rows : [])
    .sort((a, b) => (COMMUNES.population[b] || 0) - (COMMUNES.population[a] || 0) || a - b);
}
const communesOfZone = (zone) => communesWhere((place) => PLACES.zones[place].includes(zone));
const communesOfCPTS = (cpts) => communesWhere((place) => PLACES.cpts[place].includes(cpts));

/** People not covered of a zone, by department, the most populous first. */
function peopleByDepartment(zone) {
  const counts = new Map();
  for (const row of communesOfZone(zone)) {
    const code = MAP.departments[COMMUNES.department[row]];
    counts.set(code, (counts.get(code) || 0) + uncoveredOfCommune[row]);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

/** CPTS below the stage required that are at work in a zone. */
function projectsInZone(zone) {
  const found = new Set();
  PLACES.zones.forEach((zones, place) => {
    if (!zones.includes(zone)) return;
    for (const cpts of PLACES.cpts[place]) if (CPTS.stage[cpts] < STUDY.whiteBelow) found.add(cpts);
  });
  return [...found].sort((a, b) => a - b);
}
