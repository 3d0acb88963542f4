/* The study as read from the page's block of data. */
part("data", () => {
  const DATA = JSON.parse(document.getElementById("data").textContent);
  const STUDY = DATA.study, DEFINITIONS = DATA.definitions;
  const STAGES = STUDY.stages;
  const AREAS = DATA.areas, CPTS = DATA.cpts, ZONES = DATA.zones;
  const SECTORS = DATA.sectors, OVERLAPS = DATA.overlaps;
  const ANOMALIES = DATA.anomalies, COMMUNES = DATA.communes, PLACES = DATA.places, MAP = DATA.map;
  /** The page compares stages by rank. */
  CPTS.stage = CPTS.stade.map((key) => STAGES.indexOf(key));
  /** Undefined where no date tells of an earlier month. */
  const HISTORY = DATA.history;
  /** Undefined where no earlier report is named. */
  const SINCE = DATA.since;

  return {
    STUDY, DEFINITIONS, STAGES, AREAS, CPTS, ZONES, SECTORS, OVERLAPS, ANOMALIES, COMMUNES, PLACES,
    MAP, HISTORY, SINCE,
  };
});
