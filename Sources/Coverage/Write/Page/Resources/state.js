/* What the reader is looking at, and the page as it stands. */
part("state", () => {
  const MOST_ZOOM = 60;
  const TABLES = ["areas", "zones", "sectors", "cpts", "overlaps", "anomalies"];

  const STATE = {
    language: document.documentElement.lang === "en" ? "en" : "fr",
    selected: null, // { kind: zone | secteur | cpts | chevauchement | department | region | commune, row }
    missing: null, // { kind, id } that the address asks for and the study does not have
    hidden: new Set(),
    view: null, // { x, y, zoom }: centre as a share of the map
    table: "areas",
    level: "",
    measure: "exclusive",
    filter: "",
    sort: "",
  };

  /* What parts made earlier ask of those made later, which fill it in: the map, the panel, and how
     to open a territory, close the panel, build the page, show a table or the layers. */
  const PAGE = {};

  return { MOST_ZOOM, TABLES, STATE, PAGE };
});
