/* The map: arcs that neighbours share, faces as rings of arcs, and what is drawn of them. */
part("map", ({
  data: { AREAS, CPTS, MAP, OVERLAPS, PLACES, SECTORS, STAGES },
  language: { languageIndex },
  study: { areaRow, zoneOfSector },
  elements: { draw },
}) => {
  const [WIDTH, HEIGHT] = MAP.size;

  /** Points of every arc, as x, y, x, y… in units of the map. */
  const ARCS = MAP.arcs.map((steps) => {
    const points = new Int32Array(steps.length);
    for (let i = 0; i < steps.length; i++) points[i] = steps[i] + (i > 1 ? points[i - 2] : 0);
    return points;
  });

  /** Face on either side of every arc, or -1. */
  const LEFT = new Int32Array(ARCS.length).fill(-1), RIGHT = new Int32Array(ARCS.length).fill(-1);
  MAP.rings.forEach((rings, face) => {
    for (const ring of rings) {
      for (const walk of ring) {
        if (walk >= 0) LEFT[walk] = face;
        else RIGHT[~walk] = face;
      }
    }
  });

  const placeOf = (face) => MAP.place[face];
  /** Places that CPTS and zones tell apart: sectors are a level below. */
  const GROUND = PLACES.cpts.map((cpts, place) => `${cpts}/${PLACES.zones[place]}`);
  const sectorOf = (face) => face < 0 ? -1 : PLACES.sectors[placeOf(face)][0] ?? -1;
  const zoneOf = (face) => face < 0 ? -1 : PLACES.zones[placeOf(face)][0] ?? -1;

  /** Arcs without the points that a tolerance hides. An arc is thinned once for both its sides, so
      neighbours keep one border at every scale. */
  function thinned(tolerance) {
    if (tolerance <= 4) return ARCS;
    return ARCS.map((points) => {
      const kept = [points[0], points[1]];
      const last = points.length - 2;
      for (let i = 2; i < last; i += 2) {
        const far = Math.abs(points[i] - kept[kept.length - 2]) +
          Math.abs(points[i + 1] - kept[kept.length - 1]);
        if (far >= tolerance) kept.push(points[i], points[i + 1]);
      }
      kept.push(points[last], points[last + 1]);
      return kept;
    });
  }

  function ringPath(ring, arcs) {
    const parts = [];
    for (const walk of ring) {
      const points = arcs[walk < 0 ? ~walk : walk];
      if (walk >= 0) {
        for (let i = 0; i < points.length; i += 2) parts.push(points[i] + " " + points[i + 1]);
      } else {
        for (let i = points.length - 2; i >= 0; i -= 2) parts.push(points[i] + " " + points[i + 1]);
      }
    }
    return "M" + parts.join("L") + "Z";
  }

  function linePath(arcs, isWanted) {
    const lines = [];
    for (let arc = 0; arc < arcs.length; arc++) {
      if (!isWanted(LEFT[arc], RIGHT[arc])) continue;
      const points = arcs[arc];
      const parts = [];
      for (let i = 0; i < points.length; i += 2) parts.push(points[i] + " " + points[i + 1]);
      lines.push("M" + parts.join("L"));
    }
    return lines.join("");
  }

  const departmentOf = (face) => face < 0 ? -1 : MAP.department[face];
  const LINES = {
    territory: (left, right) => 
      left >= 0 && right >= 0 && GROUND[placeOf(left)] !== GROUND[placeOf(right)],
    department: (left, right) =>
      left >= 0 && right >= 0 && departmentOf(left) !== departmentOf(right),
    coast: (left, right) => left < 0 || right < 0,
    zone: (left, right) => zoneOf(left) !== zoneOf(right),
  };

  /** Whether a face belongs to what is selected. */
  function belongs(selected) {
    if (!selected) return () => false;
    const { kind, row } = selected;
    if (kind === "zone") return (face) => PLACES.zones[placeOf(face)].includes(row);
    if (kind === "secteur") return (face) => PLACES.sectors[placeOf(face)].includes(row);
    if (kind === "chevauchement") {
      const pair = [OVERLAPS.first[row], OVERLAPS.second[row]];
      return (face) => pair.every((cpts) => PLACES.cpts[placeOf(face)].includes(cpts));
    }
    if (kind === "cpts") return (face) => PLACES.cpts[placeOf(face)].includes(row);
    if (kind === "department") {
      return (face) => MAP.departments[MAP.department[face]] === AREAS.code[row];
    }
    if (kind === "region") {
      const members = new Set(departmentsOfRegion(AREAS.code[row]));
      return (face) => members.has(MAP.departments[MAP.department[face]]);
    }
    return () => false;
  }

  /** Departments that have communes in a region, by what CPTS and zones say. */
  function departmentsOfRegion(region) {
    return MAP.regions.flatMap((code, index) => code === region ? [MAP.departments[index]] : []);
  }

  /** The zone that is selected, or of which a sector is; -1 for none. */
  const selectedZone = (selected) =>
    selected?.kind === "zone"
      ? selected.row
      : selected?.kind === "secteur"
      ? zoneOfSector[selected.row]
      : -1;

  /** What a click on a face opens: its sector where sectors are shown, its white zone, else its CPTS, else
      its department. */
  function territoryAt(face, showsSectors) {
    const zone = zoneOf(face), sector = sectorOf(face);
    if (sector >= 0 && showsSectors(zone)) return { kind: "secteur", row: sector };
    if (zone >= 0) return { kind: "zone", row: zone };
    const inside = PLACES.cpts[placeOf(face)];
    if (inside.length) {
      const best = inside.reduce((a, b) => CPTS.stage[b] > CPTS.stage[a] ? b : a);
      return { kind: "cpts", row: best };
    }
    const row = areaRow.get("departement/" + MAP.departments[MAP.department[face]]);
    return row === undefined ? null : { kind: "department", row };
  }

  /** The box of faces, in units of the map; null where there is none. */
  function boxOf(isIn) {
    const box = [Infinity, Infinity, -Infinity, -Infinity];
    MAP.rings.forEach((rings, face) => {
      if (!isIn(face)) return;
      for (const ring of rings) {
        for (const walk of ring) {
          const points = ARCS[walk < 0 ? ~walk : walk];
          for (let i = 0; i < points.length; i += 2) {
            box[0] = Math.min(box[0], points[i]);
            box[1] = Math.min(box[1], points[i + 1]);
            box[2] = Math.max(box[2], points[i]);
            box[3] = Math.max(box[3], points[i + 1]);
          }
        }
      }
    });
    return box[0] <= box[2] ? box : null;
  }

  /** The pattern of a stage, in tiles of eight units: stages differ by more than colour. */
  function stagePattern(id, stage, attributes) {
    const marks = [
      () => draw("path", { d: "M-2 2L2 -2M0 8L8 0M6 10L10 6", class: "hatch" }),
      () => [
        draw("circle", { cx: 2, cy: 2, r: 1.1, class: "dot" }),
        draw("circle", { cx: 6, cy: 6, r: 1.1, class: "dot" }),
      ],
      () => null,
      () => draw("path", { d: "M0 4H8", class: "rule" }),
      () => null,
    ];
    return draw(
      "pattern",
      { id, width: 8, height: 8, patternUnits: "userSpaceOnUse", ...attributes },
      draw("rect", { width: 8, height: 8, class: `flat-${stage}` }),
      marks[stage](),
    );
  }

  /** What marks a nature where its stage does not: several projects, and remnants. */
  const NATURE_MARKS = {
    projets_concurrents: () => draw("path", { d: "M0 0L8 8M8 0L0 8", class: "crossing" }),
    reliquat: () => draw("circle", { cx: 4, cy: 4, r: 1.9, class: "hole" }),
  };

  /** The pattern of a nature on the colour of a stage. */
  const naturePattern = (id, nature, stage, attributes) =>
    draw(
      "pattern",
      { id, width: 8, height: 8, patternUnits: "userSpaceOnUse", ...attributes },
      draw("rect", { width: 8, height: 8, class: `flat-${stage}` }),
      NATURE_MARKS[nature](),
    );

  /** How a face is filled: by its stage, or by the nature of its sector where this says more. */
  function fillOf(face, isSectorShown) {
    const sector = isSectorShown ? sectorOf(face) : -1;
    const nature = sector < 0 ? "" : SECTORS.nature[sector];
    return Object.hasOwn(NATURE_MARKS, nature)
      ? `url(#map-${nature}-${MAP.stage[face]})`
      : `url(#map-${MAP.stage[face]})`;
  }

  /** The elements of the map, without their paths: `MapView` fills these in for a scale. */
  function mapElements() {
    const patterns = [
      ...STAGES.map((_, stage) => stagePattern("map-" + stage, stage, {})),
      ...Object.keys(NATURE_MARKS).flatMap((nature) =>
        STAGES.map((_, stage) => naturePattern(`map-${nature}-${stage}`, nature, stage, {}))
      ),
    ];
    const faces = MAP.stage.map((stage, face) =>
      draw("path", { class: `face stage-${stage}`, fill: fillOf(face, false), "data-face": face })
    );
    const lines = Object.fromEntries(
      [...Object.keys(LINES), "sector", "hover", "selected"].map((
        name,
      ) => [name, draw("path", { class: "line line-" + name })]),
    );
    const labels = MAP.frames.slice(MAP.frames.length > 1 ? 0 : 1).flatMap((frame) => {
      const [x, y, w, h] = frame.box;
      const isMain = w > WIDTH / 2;
      return isMain ? [] : [
        draw(
          "text",
          { x: x + w / 2, y: y + h, class: "place" },
          frame.name[languageIndex()],
        ),
      ];
    });
    const marker = draw("circle", { class: "marker", r: 0 });
    const world = draw("g", {}, draw("g", {}, faces), Object.values(lines), labels, marker);
    const svg = draw(
      "svg",
      { class: "canvas", viewBox: `0 0 ${WIDTH} ${HEIGHT}`, "aria-hidden": "true" },
      draw("defs", {}, patterns),
      world,
    );
    return { svg, world, faces, lines, labels, marker, patterns };
  }

  return {
    WIDTH, HEIGHT, placeOf, zoneOf, sectorOf, thinned, ringPath, linePath, LINES, belongs,
    departmentsOfRegion, selectedZone, territoryAt, boxOf, stagePattern, naturePattern, fillOf,
    mapElements,
  };
});
