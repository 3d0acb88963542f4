/* The panel of a white zone: who lives there, what is beside it, what can be done. */
part("zonepanel", ({
  data: { CPTS, STUDY, ZONES },
  language: { decimal, heading, inhabitants, percent, percentSign, whole, words },
  study: { NATIONAL, communesOfZone, peopleByDepartment, projectsInZone, uncovered },
  elements: { defined, make },
  facts: { communeList, departmentLink, facts, linkOf, section, shortList, simpleTable, stageName },
}) => {
  function zonePanel(row) {
    const square = ZONES.superficie_km2[row];
    const communes = communesOfZone(row);
    const projects = projectsInZone(row);
    return [
      facts(
        [heading("statut"), words(ZONES.statut[row]), "status"],
        [heading("population"), inhabitants(ZONES.population[row]), "zone"],
        ["", words("ofUncovered", percent(ZONES.population[row], uncovered(NATIONAL)))],
        [heading("superficie_km2"), decimal(square, 1), "area"],
        square > 0
          ? [heading("densite"), decimal(ZONES.population[row] / square, 0), "density"]
          : null,
      ),
      limitOf(row),
      section(
        heading("departements"),
        shortList(
          peopleByDepartment(row).map(
            ([code, count]) => () => [departmentLink(code), ` — ${inhabitants(count)}`],
          ),
          6,
        ),
      ),
      zoneActions(row),
      projects.length
        ? section(
          words("projects"),
          shortList(projects.map((cpts) => () => linkOf("cpts", cpts)), 6),
        )
        : null,
      communeList(communes),
    ];
  }

  /** Where a zone ends because the study does. */
  function limitOf(row) {
    const kilometres = ZONES.limite_etude_km?.[row];
    if (!kilometres) return null;
    const people = ZONES.population_hors_etude[row];
    return make(
      "p",
      { class: "note" },
      people === null
        ? words("goesOn", decimal(kilometres, 1))
        : words("goesOnWith", decimal(kilometres, 1), whole(people)),
      defined("studyArea"),
    );
  }

  function zoneActions(row) {
    const count = ZONES.population[row];
    const size = ZONES.size[row];
    const largest = STUDY.sizeBounds.at(-1);
    const beside = [...ZONES.neighbours[row]].sort((a, b) => b[2] - a[2] || a[0] - b[0]);
    const options = ZONES.options[row];
    return section(
      [words("actions"), defined("neighbours")],
      make("p", { class: "note" }, words("actionsNote")),
      make(
        "ol",
        {},
        make(
          "li",
          {},
          size <= STUDY.sizeBounds.length
            ? words("create", whole(count), size)
            : words("createSeveral", whole(count), Math.ceil(count / largest), whole(largest)),
          defined("size"),
        ),
        make(
          "li",
          {},
          beside.length ? words("extend") : words("noNeighbour"),
          beside.length
            ? simpleTable(
              words("extend"),
              [words("cpts"), words("border"), words("now"), words("after")],
              beside.slice(0, 12).map(([cpts, metres, share, after]) => [
                [linkOf("cpts", cpts), make("small", {}, stageName(CPTS.stage[cpts]))],
                [
                  decimal(share / 100, 0) + percentSign(),
                  make("small", {}, words("kilometres", decimal(metres / 1000, 1))),
                ],
                [
                  whole(CPTS.population[cpts]),
                  make("small", {}, `${heading("taille")} ${CPTS.taille[cpts]}`),
                ],
                [
                  whole(CPTS.population[cpts] + count),
                  make("small", {}, `${heading("taille")} ${after}`),
                ],
              ]),
            )
            : null,
        ),
        count < 10000 && beside.length > 1 ? make("li", {}, words("redraw")) : null,
      ),
      options.length
        ? [
          make("h5", {}, words("options")),
          make("p", { class: "note" }, words("optionsNote", STUDY.sizeRule, ZONES.zone[row])),
          simpleTable(
            words("options"),
            [words("option"), heading("taille"), words("euros"), words("score")],
            options.map(optionCells),
          ),
        ]
        : make("p", { class: "note" }, words("noOption", ZONES.zone[row])),
    );
  }

  /* One option: what is done and by whom, sizes before and after, euros a year, score. */
  function optionCells([kind, members, score, , sizes, euros]) {
    const known = members.filter((cpts) => cpts >= 0);
    return [
      [
        words(kind),
        known.slice(0, 3).map((cpts) => make("small", {}, linkOf("cpts", cpts))),
        known.length > 3 ? make("small", {}, words("more_list", known.length - 3)) : null,
      ],
      members
        .slice(0, 3)
        .map((cpts, place) =>
          sizes[2 * place] ? `${sizes[2 * place]} → ${sizes[2 * place + 1]}` : sizes[2 * place + 1],
        )
        .join(" ; "),
      (euros > 0 ? "+" : "") + whole(euros),
      decimal(score / 1000, 3),
    ];
  }

  return { zonePanel };
});
