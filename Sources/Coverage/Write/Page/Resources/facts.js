/* What the panels are made of: links, facts, short lists, small tables. */
part("facts", ({
  data: { COMMUNES, OVERLAPS, SECTORS, ZONES },
  state: { PAGE },
  language: { heading, stageLabel, whole, words },
  study: { areaRow, areaTitle, cptsName, people, sectorName, zoneName },
  elements: { defined, linkTo, make, natureSwatch, swatch },
}) => {
  /** A link to a territory of the page. */
  const linkOf = (kind, row) => linkTo(titleOf(kind, row), () => PAGE.open({ kind, row }, true));

  /** A link to a department, where the tables have it. */
  function departmentLink(code) {
    const row = areaRow.get("departement/" + code);
    return row === undefined ? code : linkOf("department", row);
  }

  function titleOf(kind, row) {
    if (kind === "zone") return `${zoneName(row)} (${ZONES.zone[row]})`;
    if (kind === "secteur") return `${sectorName(row)} (${SECTORS.secteur[row]})`;
    if (kind === "cpts") return cptsName(row);
    if (kind === "chevauchement") {
      return `${cptsName(OVERLAPS.first[row])} / ${cptsName(OVERLAPS.second[row])}`;
    }
    if (kind === "commune") return `${COMMUNES.name[row]} (${COMMUNES.code[row]})`;
    return areaTitle(row);
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
  const natureName = (sector) => [
    natureSwatch(SECTORS.nature[sector]),
    " ",
    words("nature_" + SECTORS.nature[sector]),
  ];
  const stageName = (stage) => [swatch(stage), " ", stageLabel(stage)];

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
        make(
          "thead",
          {},
          make("tr", {}, headings.map((text) => make("th", { scope: "col" }, text))),
        ),
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

  /** People of a commune who are here, of all of them where that is more. */
  const peopleOf = (row, here) =>
    people(here) +
    (here !== null && here < COMMUNES.population[row]
      ? " " + words("ofCommune", whole(COMMUNES.population[row]))
      : "");
  /** Communes, each with its people who are in the place at hand. */
  const communeList = (rows, peopleHere) =>
    section(
      `${heading("nb_communes")} (${whole(rows.length)})`,
      shortList(
        rows.map((row) => () => [linkOf("commune", row), ` — ${peopleOf(row, peopleHere(row))}`]),
        8,
      ),
    );

  return {
    linkOf, departmentLink, titleOf, facts, natureName, stageName, shortList, section, simpleTable,
    peopleOf, communeList,
  };
});
