/* The study as read from the page's block of data. */
part("data", () => {
  const DATA = JSON.parse(document.getElementById("data").textContent);
  const STUDY = DATA.study;
  const STAGES = STUDY.stages;
  const AREAS = DATA.areas, CPTS = DATA.cpts, ZONES = DATA.zones, OVERLAPS = DATA.overlaps;
  const ANOMALIES = DATA.anomalies, COMMUNES = DATA.communes, PLACES = DATA.places, MAP = DATA.map;
  /** Undefined where no date tells of an earlier month. */
  const HISTORY = DATA.history;

  return { STUDY, STAGES, AREAS, CPTS, ZONES, OVERLAPS, ANOMALIES, COMMUNES, PLACES, MAP, HISTORY };
});
