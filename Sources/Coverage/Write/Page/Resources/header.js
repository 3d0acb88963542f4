/* The header, and the section of the map. */
part("header", ({
  data: { HISTORY, MAP, STAGES, STUDY },
  state: { PAGE, STATE },
  language: { day, language, words },
  fragment: { writeFragment },
  elements: { make },
  map: { HEIGHT, WIDTH, mapElements },
  view: { MapView },
  search: { searchBox },
}) => {
  function header() {
    const other = language() === "fr" ? "en" : "fr";
    return make(
      "header",
      { class: "top" },
      make(
        "div",
        {},
        make("h1", {}, STUDY.title),
        make("p", {}, words("on", day(STUDY.date)), STUDY.area ? " · " + STUDY.area : null),
      ),
      make(
        "nav",
        { "aria-label": words("about") },
        ["map", "tables", ...(HISTORY ? ["history"] : []), "charts", "about"].map((id) =>
          make("a", {
            href: "#" + id,
            onclick: (event) => {
              event.preventDefault();
              const target = document.getElementById(id);
              target?.scrollIntoView();
              target?.querySelector("h2")?.focus({ preventScroll: true });
            },
          }, words(id))
        ),
      ),
      make(
        "div",
        { class: "actions" },
        make("button", {
          type: "button",
          id: "language",
          lang: other,
          onclick: () => {
            STATE.language = other;
            writeFragment();
            PAGE.build();
            document.getElementById("language").focus();
          },
        }, words("other")),
        make("button", { type: "button", onclick: () => window.print() }, words("print")),
      ),
    );
  }

  function mapSection() {
    PAGE.panel = make("aside", {
      class: "panel",
      "aria-label": words("selection"),
      hidden: true,
      onkeydown: (event) => {
        if (event.key === "Escape") PAGE.close(PAGE.stage);
      },
    });
    const box = make(
      "section",
      { id: "map", "aria-labelledby": "map-title" },
      make("h2", { id: "map-title", class: "hidden" }, words("map")),
      searchBox(),
    );
    if (!MAP.rings.some((rings) => rings.length)) {
      box.append(make("p", { class: "note" }, words("noMap")), PAGE.panel);
      return box;
    }
    const elements = mapElements();
    const card = make("div", { class: "card", "aria-live": "polite", hidden: true });
    PAGE.stage = make(
      "div",
      {
        class: "stage",
        tabindex: 0,
        role: "application",
        "aria-label": words("mapLabel"),
        "aria-describedby": "map-help",
      },
      elements.svg,
      make("span", { class: "cross", "aria-hidden": "true" }),
      card,
    );
    PAGE.stage.style.setProperty("--shape", `${WIDTH} / ${HEIGHT}`);
    PAGE.map = new MapView(PAGE.stage, elements, card, (selected) => PAGE.open(selected, false));
    const tool = (label, sign, action) =>
      make("button", { type: "button", "aria-label": label, title: label, onclick: action }, sign);
    PAGE.showLayers = () => {
      for (const key of [...STAGES.map((_, stage) => String(stage)), "zones"]) {
        elements.svg.classList.toggle("hide-" + key, STATE.hidden.has(key));
      }
      PAGE.map.showSectors();
    };
    PAGE.showLayers();
    box.append(
      make(
        "div",
        { class: "map-frame" },
        make(
          "div",
          { class: "map-box" },
          PAGE.stage,
          make(
            "div",
            { class: "zoom" },
            tool(words("zoomIn"), "+", () => PAGE.map.zoom(1.6)),
            tool(words("zoomOut"), "−", () => PAGE.map.zoom(1 / 1.6)),
            tool(words("reset"), "⤢", () => PAGE.map.reset()),
          ),
        ),
        PAGE.panel,
      ),
      make(
        "p",
        { id: "map-help", class: "note" },
        words("mapHelp"),
        " ",
        MAP.frames.length > 1 ? words("scale") : null,
      ),
    );
    return box;
  }

  return { header, mapSection };
});
