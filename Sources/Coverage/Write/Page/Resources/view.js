/* The map on the screen: what is drawn at a scale, what is selected, and moving over it. */
part("view", ({
  data: { COMMUNES, MAP, ZONES },
  state: { MOST_ZOOM, STATE },
  fragment: { writeFragment },
  map: {
    HEIGHT, LINES, WIDTH, belongs, boxOf, fillOf, linePath, ringPath, sectorOf, selectedZone,
    territoryAt, thinned, zoneOf,
  },
  panel: { cardContent },
  gestures: { GESTURES },
}) => {
  /** Pixels for a kilometre of the main frame from which sectors are told apart. */
  const NEAR = 1.2;
  const PER_KILOMETRE = MAP.frames.reduce((a, b) => b.box[2] > a.box[2] ? b : a, {
    box: [0, 0, 0, 0],
    unitsPerKilometre: 1,
  }).unitsPerKilometre;

  class MapView {
    constructor(stage, elements, card, open) {
      Object.assign(this, { stage, card, open }, elements);
      this.view = STATE.view || { x: 0.5, y: 0.5, zoom: 1 };
      this.tolerance = null;
      this.hovered = -1;
      this.pointers = new Map();
      this.listen();
    }

    /** Screen pixels for a unit of the map, at zoom 1. */
    get pixels() {
      const { width, height } = this.stage.getBoundingClientRect();
      return Math.min(width / WIDTH, height / HEIGHT) || 0.001;
    }

    show() {
      const { x, y, zoom } = this.view;
      this.shown = this.view;
      this.svg.style.transform = "";
      this.world.setAttribute(
        "transform",
        `translate(${WIDTH / 2 - x * WIDTH * zoom} ${HEIGHT / 2 - y * HEIGHT * zoom}) ` +
          `scale(${zoom})`,
      );
      const scale = this.pixels * zoom;
      // A finger scrolls the page until the map is zoomed.
      this.stage.style.touchAction = zoom === 1 ? "pan-y" : "none";
      for (const pattern of this.patterns) {
        pattern.setAttribute("patternTransform", `scale(${1 / scale})`);
      }
      // A name wider than its inset would cover the next one.
      this.svg.classList.toggle("tiny", scale * HEIGHT < 400);
      for (const label of this.labels) {
        label.setAttribute("font-size", 11 / scale);
        label.setAttribute("dy", 10 / scale);
      }
      this.marker.setAttribute("r", this.marked ? 7 / scale : 0);
      this.refine(2 ** Math.round(Math.log2(0.8 / scale)));
      this.showSectors();
    }

    /** Paths for a scale, made again only when the scale has changed much. */
    refine(tolerance) {
      if (tolerance === this.tolerance) return;
      this.tolerance = tolerance;
      this.arcs = thinned(tolerance);
      MAP.rings.forEach((rings, face) =>
        this.faces[face].setAttribute("d", rings.map((ring) => ringPath(ring, this.arcs)).join(""))
      );
      for (const [name, isWanted] of Object.entries(LINES)) {
        this.lines[name].setAttribute("d", linePath(this.arcs, isWanted));
      }
      this.outline("selected", belongs(STATE.selected));
      this.outline("hover", () => false);
    }

    /** Whether the sectors of a zone are shown: all of them near by, those of the zone selected from afar. */
    showsSectors(zone) {
      if (zone < 0 || STATE.hidden.has("sectors")) return false;
      return this.pixels * this.view.zoom * PER_KILOMETRE >= NEAR ||
        zone === selectedZone(STATE.selected);
    }

    /** Borders and natures of the sectors that are shown. */
    showSectors() {
      if (!this.arcs) return;
      const isShown = ZONES.zone.map((_, zone) => this.showsSectors(zone));
      const key = isShown.join() + this.tolerance;
      if (key === this.sectorsShown) return;
      this.sectorsShown = key;
      const inShown = (face) => face >= 0 && isShown[zoneOf(face)] === true;
      this.lines.sector.setAttribute(
        "d",
        linePath(
          this.arcs,
          (left, right) =>
            inShown(left) && zoneOf(left) === zoneOf(right) && sectorOf(left) !== sectorOf(right),
        ),
      );
      this.faces.forEach((path, face) => path.setAttribute("fill", fillOf(face, inShown(face))));
    }

    territoryAt(face) {
      return territoryAt(face, (zone) => this.showsSectors(zone));
    }

    outline(name, isIn) {
      const inside = (face) => face >= 0 && isIn(face);
      this.lines[name].setAttribute(
        "d",
        linePath(this.arcs, (left, right) => inside(left) !== inside(right)),
      );
    }

    /** Shows what is selected; brings it into view when asked to. */
    select(selected, isToBeShown) {
      this.marked = null;
      if (selected && selected.kind === "commune" && COMMUNES.x[selected.row] !== null) {
        this.marked = [COMMUNES.x[selected.row], COMMUNES.y[selected.row]];
        this.marker.setAttribute("cx", this.marked[0]);
        this.marker.setAttribute("cy", this.marked[1]);
      }
      if (isToBeShown) {
        const margin = 6000;
        const box = this.marked
          ? [
            this.marked[0] - margin,
            this.marked[1] - margin,
            this.marked[0] + margin,
            this.marked[1] + margin,
          ]
          : boxOf(belongs(selected));
        if (box) this.fit(box);
      }
      this.show();
      this.outline("selected", belongs(selected));
    }

    fit([west, north, east, south]) {
      const { width, height } = this.stage.getBoundingClientRect();
      const scale = 0.7 * Math.min(width / (east - west || 1), height / (south - north || 1));
      const zoom = Math.min(scale / this.pixels, MOST_ZOOM);
      this.move((west + east) / 2 / WIDTH, (north + south) / 2 / HEIGHT, Math.max(1, zoom));
    }

    move(x, y, zoom) {
      const within = (value) => Math.min(Math.max(value, 0), 1);
      this.view = { x: within(x), y: within(y), zoom: Math.min(Math.max(zoom, 1), MOST_ZOOM) };
      STATE.view = this.view.zoom === 1 && this.view.x === 0.5 && this.view.y === 0.5
        ? null
        : this.view;
      if (this.frame) return;
      this.frame = requestAnimationFrame(() => {
        this.frame = null;
        this.shift();
        clearTimeout(this.settling);
        this.settling = setTimeout(() => {
          this.show();
          writeFragment();
        }, 140);
      });
    }

    /** While the map moves, the picture of it does: it is drawn again when it rests. */
    shift() {
      const scale = this.pixels * this.view.zoom;
      const [dx, dy] = [this.shown.x - this.view.x, this.shown.y - this.view.y];
      this.svg.style.transform = `translate(${dx * WIDTH * scale}px, ${dy * HEIGHT * scale}px) ` +
        `scale(${this.view.zoom / this.shown.zoom})`;
    }

    reset() {
      this.move(0.5, 0.5, 1);
    }

    /** Zooms about a point of the screen, which stays where it is. */
    zoom(factor, clientX, clientY) {
      const { x, y, zoom } = this.view;
      const next = Math.min(Math.max(zoom * factor, 1), MOST_ZOOM);
      const box = this.stage.getBoundingClientRect();
      const dx = clientX === undefined ? 0 : (clientX - box.left - box.width / 2) / this.pixels;
      const dy = clientY === undefined ? 0 : (clientY - box.top - box.height / 2) / this.pixels;
      const shift = 1 / zoom - 1 / next;
      this.move(x + (dx * shift) / WIDTH, y + (dy * shift) / HEIGHT, next);
    }

    pan(dx, dy) {
      const { x, y, zoom } = this.view;
      const scale = this.pixels * zoom;
      this.move(x - dx / scale / WIDTH, y - dy / scale / HEIGHT, zoom);
    }

    faceAt(clientX, clientY) {
      const found = document.elementFromPoint(clientX, clientY);
      return found && this.svg.contains(found) && found.dataset.face !== undefined
        ? Number(found.dataset.face)
        : -1;
    }

    faceAtCentre() {
      const box = this.stage.getBoundingClientRect();
      return this.faceAt(box.left + box.width / 2, box.top + box.height / 2);
    }

    /** Shows what a face is; in its absence, a text where there is one. */
    hover(face, otherwise) {
      if (face === this.hovered && face >= 0) return;
      this.hovered = face;
      const territory = face < 0 ? null : this.territoryAt(face);
      this.outline("hover", belongs(territory));
      this.card.replaceChildren(...(face < 0 ? [otherwise || ""] : cardContent(face, territory)));
      this.card.hidden = face < 0 && !otherwise;
    }
  }
  Object.assign(MapView.prototype, GESTURES);

  return { MapView };
});
