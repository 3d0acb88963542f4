/* The fragment of the address keeps what the reader is looking at, so that a link shows the same
   view; anything strange in it is ignored, a territory that the study does not have is said. */
part("fragment", ({
  data: { AREAS, COMMUNES, CPTS, SECTORS, STAGES, ZONES },
  state: { MOST_ZOOM, STATE, TABLES },
  study: { LEVELS, areaRow, communeRow, cptsRow, overlapIds, overlapRow, sectorRow, zoneRow },
}) => {
  const KINDS = {
    zone: { ids: () => ZONES.zone, row: (id) => zoneRow.get(id) },
    secteur: { ids: () => SECTORS.secteur, row: (id) => sectorRow.get(id) },
    cpts: { ids: () => CPTS.cpts_id, row: (id) => cptsRow.get(id) },
    chevauchement: { ids: () => overlapIds, row: (id) => overlapRow.get(id) },
    commune: { ids: () => COMMUNES.code, row: (id) => communeRow.get(id) },
    department: { ids: () => AREAS.code, row: (id) => areaRow.get("departement/" + id) },
    region: { ids: () => AREAS.code, row: (id) => areaRow.get("region/" + id) },
  };

  function fragment() {
    const parts = new URLSearchParams();
    parts.set("lang", STATE.language);
    if (STATE.selected) {
      parts.set(
        "sel",
        STATE.selected.kind + ":" + KINDS[STATE.selected.kind].ids()[STATE.selected.row],
      );
    }
    if (STATE.hidden.size) parts.set("hide", [...STATE.hidden].sort().join(","));
    if (STATE.view) {
      parts.set(
        "view",
        [STATE.view.x, STATE.view.y, STATE.view.zoom].map((n) => n.toFixed(4)).join(","),
      );
    }
    if (STATE.table !== "areas") parts.set("table", STATE.table);
    for (const key of ["level", "filter", "sort"]) if (STATE[key]) parts.set(key, STATE[key]);
    if (STATE.measure !== "exclusive") parts.set("measure", STATE.measure);
    return "#" + parts.toString();
  }

  /** Reads the address into the state. */
  function readFragment() {
    const parts = new URLSearchParams(location.hash.slice(1));
    const chosen = (key, allowed, otherwise) =>
      allowed.includes(parts.get(key)) ? parts.get(key) : otherwise;
    STATE.language = chosen("lang", ["fr", "en"], STATE.language);
    STATE.table = chosen("table", TABLES, "areas");
    STATE.measure = chosen("measure", ["exclusive", "cumulated", "persons"], "exclusive");
    STATE.level = chosen("level", LEVELS, "");
    STATE.filter = (parts.get("filter") || "").slice(0, 200);
    STATE.sort = (parts.get("sort") || "").slice(0, 40);
    STATE.hidden = new Set(
      (parts.get("hide") || "").split(",").filter((word) =>
        word === "zones" || word === "sectors" || (word !== "" && STAGES[Number(word)] !== undefined)
      ),
    );
    const [kind, ...rest] = (parts.get("sel") || "").split(":");
    const isKind = Object.hasOwn(KINDS, kind), id = rest.join(":");
    const row = isKind ? KINDS[kind].row(id) : undefined;
    STATE.selected = row === undefined ? null : { kind, row };
    STATE.missing = isKind && row === undefined ? { kind, id: id.slice(0, 80) } : null;
    const [x, y, zoom] = (parts.get("view") || "").split(",").map(Number);
    STATE.view = [x, y, zoom].every(Number.isFinite) && zoom >= 1 && zoom <= MOST_ZOOM
      ? { x, y, zoom }
      : null;
  }

  let written = location.hash;
  function writeFragment() {
    written = fragment();
    // Some browsers refuse to rewrite the address of a local file: the view still works.
    try {
      history.replaceState(null, "", written);
    } catch {
      written = location.hash;
    }
  }

  /** Whether the address is what the page wrote there itself. */
  const isOurs = () => location.hash === written;

  return { readFragment, writeFragment, isOurs };
});
