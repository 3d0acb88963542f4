/* Where work is under way: people with a project and without, and the legend of sectors. */
part("work", ({
  data: { SECTORS, STUDY },
  language: { share, whole, words },
  study: { sum },
  elements: { defined, make, natureSwatch, splitBar },
}) => {
  /** From what is furthest to what is not begun. */
  const NATURES = ["projet", "projets_concurrents", "atone", "reliquat"];

  /** People not covered where a project is at work, and the others: both add up to all of them. */
  function workSplit(counts) {
    const without = counts[0], inside = sum(counts.slice(1, STUDY.whiteBelow));
    const all = inside + without;
    if (all === 0 || STUDY.whiteBelow < 2) return null;
    return make(
      "div",
      { class: "work", id: "work" },
      splitBar(inside, without),
      make(
        "p",
        {},
        words("workSplit", whole(inside), share(inside, all), whole(without), share(without, all)),
        defined("work"),
      ),
    );
  }

  /** What the map shows of sectors. */
  const sectorLegend = (layer) =>
    SECTORS.secteur.length === 0 ? null : make(
      "div",
      { class: "sector-layer" },
      make(
        "label",
        { class: "zone-layer" },
        layer("sectors", words("sectorLayer"), "sectors"),
        make("span", { class: "sector-key" }),
        words("sectorLayer"),
      ),
      defined("nature"),
      make(
        "ul",
        { class: "natures" },
        NATURES.map((nature) =>
          make("li", {}, natureSwatch(nature), " ", words("nature_" + nature))
        ),
      ),
      make("p", { class: "note" }, words("sectorLayerNote")),
    );

  return { workSplit, sectorLegend };
});
