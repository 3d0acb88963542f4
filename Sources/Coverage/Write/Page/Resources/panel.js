/* The panel of what is selected, and the card of what is under the pointer. */
part("panel", ({
  data: { AREAS, CPTS, MAP, PLACES, ZONES },
  state: { PAGE, STATE },
  language: { words },
  study: { departmentName, peopleOfCPTS, peopleOfSector, peopleOfZone, sectorName, zoneName },
  elements: { linkTo, make },
  map: { placeOf, sectorOf, zoneOf },
  facts: { natureName, stageName, titleOf },
  sectorpanel: { sectorPanel },
  zonepanel: { zonePanel },
  overlappanel: { overlapPanel },
  panels: { areaPanel, communePanel, cptsPanel },
}) => {
  const PANELS = {
    zone: zonePanel,
    secteur: sectorPanel,
    cpts: cptsPanel,
    chevauchement: overlapPanel,
    commune: communePanel,
    department: (row) => areaPanel("department", row),
    region: (row) => areaPanel("region", row),
  };
  const TABLE_OF = {
    zone: "zones",
    secteur: "sectors",
    cpts: "cpts",
    chevauchement: "overlaps",
    department: "areas",
    region: "areas",
  };

  const showInTable = (kind, row) => {
    if (kind === "region" || kind === "department") STATE.level = AREAS.level[row];
    PAGE.showTable(TABLE_OF[kind], row);
  };

  const panelHead = (kind, title, close) =>
    make(
      "header",
      {},
      make("p", { class: "kind" }, kind === "commune" ? words("communeWord") : words(kind)),
      make("h3", { tabindex: -1 }, title),
      make("button", {
        type: "button",
        class: "close",
        "aria-label": words("close"),
        onclick: close,
      }, "×"),
    );

  /** What the address asks for and the study does not have. */
  const missingContent = ({ kind, id }, close) => [
    panelHead(kind, id, close),
    make("p", { role: "alert" }, words("missing")),
  ];

  function panelContent({ kind, row }, close) {
    return [
      panelHead(kind, titleOf(kind, row), close),
      PANELS[kind](row),
      TABLE_OF[kind] ? make("p", {}, linkTo(words("inTable"), () => showInTable(kind, row))) : null,
    ].flat(2).filter((child) => child);
  }

  /** The card beside the pointer: what is under it, in three lines. */
  function cardContent(face, territory) {
    const zone = zoneOf(face), sector = territory?.kind === "secteur" ? sectorOf(face) : -1;
    const lines = [];
    if (sector >= 0) {
      lines.push(
        make("strong", {}, `${words("secteur")} · ${sectorName(sector)}`),
        make("span", {}, natureName(sector), ` · ${peopleOfSector(sector)}`),
        make("span", {}, `${words("zone")} ${ZONES.zone[zone]} · ${peopleOfZone(zone)}`),
      );
    } else if (zone >= 0) {
      lines.push(
        make("strong", {}, `${words("zone")} · ${zoneName(zone)}`),
        make(
          "span",
          {},
          `${peopleOfZone(zone)} · ${words(ZONES.statut[zone]).toLowerCase()}`,
        ),
      );
    }
    for (const cpts of PLACES.cpts[placeOf(face)].slice(0, 3)) {
      lines.push(
        make(zone < 0 ? "strong" : "span", {}, titleOf("cpts", cpts)),
        make(
          "span",
          {},
          stageName(CPTS.stage[cpts]),
          zone < 0 ? ` · ${peopleOfCPTS(cpts)}` : null,
        ),
      );
    }
    lines.push(
      make("span", { class: "quiet" }, departmentName(MAP.departments[MAP.department[face]])),
    );
    return lines;
  }

  return { panelContent, missingContent, cardContent };
});
