/* The page, built again whenever the language changes. */
part("main", ({
  data: { STAGES, STUDY },
  state: { PAGE, STATE },
  language: { language, words },
  fragment: { isOurs, readFragment, writeFragment },
  elements: { draw, make },
  map: { naturePattern, stagePattern },
  charts: { chartsSection },
  panel: { missingContent, panelContent },
  tabs: { tablesSection },
  paper: { printedTables },
  summary: { summarySection },
  history: { historySection },
  about: { aboutSection },
  header: { header, mapSection },
}) => {
  /** Opens the panel of a territory; `isToBeShown` moves the map to it. */
  function openTerritory(selected, isToBeShown) {
    if (!selected) return;
    [STATE.selected, STATE.missing] = [selected, null];
    const before = document.activeElement;
    PAGE.panel.replaceChildren(...panelContent(selected, () => closePanel(before)));
    PAGE.panel.hidden = false;
    PAGE.map?.select(selected, isToBeShown);
    PAGE.refreshTable();
    writeFragment();
    const title = PAGE.panel.querySelector("h3");
    title.focus({ preventScroll: true });
    const box = PAGE.panel.getBoundingClientRect();
    if (box.top < 0 || box.top > window.innerHeight * 0.7) {
      PAGE.panel.scrollIntoView({ block: "start" });
    }
  }

  function closePanel(focused) {
    STATE.selected = STATE.missing = null;
    PAGE.panel.hidden = true;
    PAGE.panel.replaceChildren();
    PAGE.map?.select(null, false);
    PAGE.refreshTable();
    writeFragment();
    if (focused && focused.isConnected) focused.focus();
    else PAGE.stage?.focus();
  }

  /** Natures of sectors, as the map shows them. */
  function naturePatterns() {
    const small = { patternTransform: "scale(0.75)" };
    return [
      stagePattern("nature-projet", 1, small),
      naturePattern("nature-projets_concurrents", "projets_concurrents", 1, small),
      stagePattern("nature-atone", 0, small),
      naturePattern("nature-reliquat", "reliquat", 0, small),
    ];
  }

  function build() {
    document.documentElement.lang = language();
    PAGE.map = PAGE.stage = undefined;
    PAGE.showLayers = () => {};
    const skip = (id, text) =>
      make("a", {
        class: "skip",
        href: "#" + id,
        onclick: (event) => {
          event.preventDefault();
          document.getElementById(id + "-title").focus();
        },
      }, text);
    const shapes = draw(
      "svg",
      { class: "shapes", width: 0, height: 0, "aria-hidden": "true" },
      draw(
        "defs",
        {},
        STAGES.map((_, stage) =>
          stagePattern("stage-" + stage, stage, { patternTransform: "scale(0.75)" })
        ),
        naturePatterns(),
      ),
    );
    const old = [...document.body.children].filter((child) => child.localName !== "script");
    document.body.prepend(
      skip("summary", words("skip")),
      skip("tables", words("skipMap")),
      shapes,
      header(),
      make(
        "main",
        {},
        STUDY.fictitious ? make("p", { class: "banner", role: "note" }, words("fictitious")) : null,
        make("div", { class: "first" }, summarySection(), mapSection()),
        tablesSection(),
        historySection(),
        chartsSection(),
        make("div", { class: "paper", id: "paper" }),
        aboutSection(),
      ),
    );
    old.forEach((child) => child.remove());
    PAGE.map?.show();
    if (STATE.selected) {
      PAGE.panel.replaceChildren(...panelContent(STATE.selected, () => closePanel(PAGE.stage)));
      PAGE.panel.hidden = false;
      PAGE.map?.select(STATE.selected, STATE.view === null);
    } else if (STATE.missing) {
      PAGE.panel.replaceChildren(...missingContent(STATE.missing, () => closePanel(PAGE.stage)));
      PAGE.panel.hidden = false;
    }
  }

  Object.assign(PAGE, { open: openTerritory, close: closePanel, build });

  readFragment();
  build();
  if (STATE.selected || STATE.missing) PAGE.panel.scrollIntoView({ block: "nearest", behavior: "instant" });
  addEventListener("resize", () => PAGE.map?.show());
  addEventListener("hashchange", () => {
    if (!isOurs()) {
      readFragment();
      build();
    }
  });
  addEventListener("beforeprint", () => {
    document.getElementById("paper").replaceChildren(...printedTables());
    PAGE.map?.show();
  });
  addEventListener("afterprint", () => {
    document.getElementById("paper").replaceChildren();
    PAGE.map?.show();
  });
});
