/* The panel of one territory: what it is, who lives there, what is beside it, what can be done. */

/** A link to a territory of the page. */
const linkOf = (kind, row) => linkTo(titleOf(kind, row), () => openTerritory({ kind, row }, true));

/** A link to a department, where the tables have it. */
function departmentLink(code) {
  const row = areaRow.get("departement/" + code);
  return row === undefined ? code : linkOf("department", row);
}

function titleOf(kind, row) {
  if (kind === "zone") return `${ZONES.main[row] || ZONES.id[row]} (${ZONES.id[row]})`;
  if (kind === "cpts") return CPTS.name[row] || CPTS.id[row];
  if (kind === "commune") return `${COMMUNES.name[row]} (${COMMUNES.code[row]})`;
  return AREAS.name[row] || AREAS.code[row] || words("unnamed");
}

const facts = (...rows) =>
  make(
    "dl",
    { class: "facts" },
    rows.filter((row) => row).map(([term, value, definition]) =>
      make(
        "div",
        {},
        make("dt", {}, term, definition ? defined(definition) : null),
        make("dd", {}, value),
      )
    ),
  );
const stageName = (stage) => [swatch(stage), " ", WORDS[language()].stages[stage]];

/** A short list with the rest behind a button. */
function shortList(items, limit) {
  const list = make(
    "ul",
    { class: "plain" },
    items.slice(0, limit).map((item) => make("li", {}, item())),
  );
  if (items.length <= limit) return list;
  const more = make("button", {
    type: "button",
    class: "link",
    onclick: () => {
      list.append(...items.slice(limit, limit + 2000).map((item) => make("li", {}, item())));
      more.remove();
    },
  }, words("more_list", whole(items.length - limit)));
  return [list, more];
}

const section = (title, ...children) => make("section", {}, make("h4", {}, title), ...children);

function simpleTable(caption, headings, rows) {
  return make(
    "div",
    { class: "scroll", tabindex: 0, role: "region", "aria-label": caption },
    make(
      "table",
      {},
      make("thead", {}, make("tr", {}, headings.map((text) => make("th", { scope: "col" }, text)))),
      make(
        "tbody",
        {},
        rows.map((cells) =>
          make(
            "tr",
            {},
            cells.map((cell, index) =>
              make(index ? "td" : "th", index ? {} : { scope: "row" }, cell)
            ),
          )
        ),
      ),
    ),
  );
}

const communeList = (rows) =>
  section(
    `${words("ofZone")} (${whole(rows.length)})`,
    shortList(
      rows.map((row) => () => [linkOf("commune", row), ` — ${people(COMMUNES.population[row])}`]),
      8,
    ),
  );

const PANELS = {
  zone: zonePanel,
  cpts: cptsPanel,
  commune: communePanel,
  department: (row) => areaPanel("department", row),
  region: (row) => areaPanel("region", row),
};
const TABLE_OF = { zone: "zones", cpts: "cpts", department: "areas", region: "areas" };

function panelContent({ kind, row }, close) {
  return [
    make(
      "header",
      {},
      make("p", { class: "kind" }, kind === "commune" ? words("communeWord") : words(kind)),
      make("h3", { tabindex: -1 }, titleOf(kind, row)),
      make("button", {
        type: "button",
        class: "close",
        "aria-label": words("close"),
        onclick: close,
      }, "×"),
    ),
    PANELS[kind](row),
    TABLE_OF[kind] ? make("p", {}, linkTo(words("inTable"), () => showInTable(kind, row))) : null,
  ].flat(2).filter((child) => child);
}

/** The card beside the pointer: what is under it, in three lines. */
function cardContent(face, territory) {
  const zone = zoneOf(face);
  const lines = [];
  if (zone >= 0) {
    lines.push(
      make("strong", {}, `${words("zone")} · ${ZONES.main[zone] || ZONES.id[zone]}`),
      make(
        "span",
        {},
        `${inhabitants(ZONES.population[zone])} · ${words(ZONES.status[zone]).toLowerCase()}`,
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
        zone < 0 ? ` · ${inhabitants(CPTS.population[cpts])}` : null,
      ),
    );
  }
  lines.push(
    make("span", { class: "quiet" }, departmentName(MAP.departments[MAP.department[face]])),
  );
  return lines;
}
