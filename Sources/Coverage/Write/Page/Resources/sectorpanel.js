/* The panel of a sector: who lives there, what is at work, what can be done and by whom. */
part("sectorpanel", ({
  data: { CPTS, SECTORS, STUDY, ZONES },
  language: {
    decimal, heading, languageIndex, measured, percentSign, share, whole, words,
  },
  study: {
    areaRow, areaTitle, communesOfSector, cptsRow, people, peopleByDepartment, peopleInSector,
    peopleOfCPTS, peopleOfSector, sectorsOfZone, zoneOfSector,
  },
  elements: { defined, make },
  facts: {
    communeList, departmentLink, facts, linkOf, natureName, section, shortList, simpleTable,
    stageName,
  },
  options: { gradeName, impossible, kindName, possible },
}) => {
  function sectorPanel(row) {
    const square = SECTORS.superficie_km2[row], count = SECTORS.population[row];
    const zone = zoneOfSector[row];
    const isWhole = sectorsOfZone[zone].length === 1;
    return [
      facts(
        [heading("nature"), natureName(row), "nature"],
        [heading("population"), peopleOfSector(row), "sectors"],
        [
          words("zone"),
          [
            linkOf("zone", zone),
            make("small", {}, isWhole ? words("isWholeZone") : ofZone(count, zone)),
          ],
          "zone",
        ],
        [heading("departement_pilote"), departmentLink(SECTORS.departement_pilote[row]), "pilot"],
        attachedTo(row),
        [heading("superficie_km2"), measured(square), "area"],
        square > 0 && count !== null
          ? [heading("densite"), measured(count / square), "density"]
          : null,
        wholeAndCut("bassins", SECTORS.bassins_entiers[row], SECTORS.bassins_coupes[row]),
        wholeAndCut("epcis", SECTORS.epci_entiers[row], SECTORS.epci_coupes[row]),
      ),
      make(
        "p",
        {},
        make("a", { class: "dossier", href: SECTORS.dossier[row] }, words("openDossier")),
      ),
      projectsOf(row),
      optionsOf(row),
      neighboursOf(row),
      departmentsOf(row),
      communeList(communesOfSector(row), (commune) => peopleInSector(row, commune)),
    ];
  }

  const ofZone = (count, zone) =>
    count === null || !ZONES.population[zone]
      ? null
      : words("ofZone", share(count, ZONES.population[zone]));

  const wholeAndCut = (word, entire, cut) =>
    entire === null ? null : [words(word), words("wholeAndCut", whole(entire), whole(cut))];

  /** With whom a remnant is treated: a CPTS, or an EPCI. */
  function attachedTo(row) {
    const id = SECTORS.rattache_a[row];
    if (!id) return null;
    const area = id.startsWith("epci:") ? areaRow.get("epci/" + id.slice(5)) : undefined;
    const cpts = cptsRow.get(id);
    return [
      words("treatedWith"),
      cpts !== undefined ? linkOf("cpts", cpts) : area === undefined ? id : areaTitle(area),
    ];
  }

  const projectsOf = (row) =>
    SECTORS.projects[row].length
      ? section(
        words("projectsAtWork"),
        shortList(
          SECTORS.projects[row].map((cpts) => () => [
            linkOf("cpts", cpts),
            make("small", {}, stageName(CPTS.stage[cpts]), ` · ${peopleOfCPTS(cpts)}`),
          ]),
          6,
        ),
      )
      : null;

  /* In the order in which to look at them; what cannot be is one click away. */
  function optionsOf(row) {
    const options = possible(row), others = impossible(row);
    const rest = SECTORS.optionCount[row] - options.length;
    return section(
      [words("actions"), defined("options")],
      options.length
        ? make("ol", { class: "options" }, options.map(optionItem))
        : make(
          "p",
          { class: "note" },
          words(SECTORS.population[row] === null ? "noOptionUnknown" : "noOption"),
        ),
      rest > 0 ? make("p", { class: "note" }, words("more_options", whole(rest))) : null,
      others.length
        ? make(
          "details",
          {},
          make("summary", {}, words("impossible", whole(others.length))),
          others.map((option) =>
            make(
              "p",
              {},
              kindName(option),
              membersOf(option),
              option.against.map((text) => make("small", {}, text)),
              source(option),
            )
          ),
        )
        : null,
      options.length ? make("p", { class: "note" }, words("eurosNote", eurosScope())) : null,
    );
  }

  /* What is done and by whom, how good it is, whom it covers, what speaks against it. */
  const optionItem = (option) =>
    make(
      "li",
      {},
      make(
        "p",
        { class: "option" },
        make("strong", {}, kindName(option)),
        make("span", { class: "grade grade-" + option.grade }, gradeName(option)),
      ),
      membersOf(option),
      make(
        "p",
        {},
        option.gained === null ? words("unknownFigure") : words("gains", people(option.gained)),
        make("small", {}, sizesOf(option)),
        option.euros.length
          ? make(
            "small",
            {},
            words("moreEuros") + words("colon"),
            option.euros.map(euroWords).join(" ; "),
          )
          : null,
      ),
      option.against.length
        ? make("p", { class: "against" }, words("toExamine"), " ", option.against.join(" "))
        : null,
      scoreOf(option),
      source(option),
    );

  const membersOf = ({ members }) =>
    make(
      "ul",
      { class: "plain" },
      members.slice(0, 6).map((cpts) =>
        make("li", {}, cpts < 0 ? words("newCPTS") : linkOf("cpts", cpts))
      ),
      members.length > 6 ? make("li", {}, words("more_list", whole(members.length - 6))) : null,
    );

  /* The text that names an option, or that none does. */
  const source = ({ kind }) =>
    make("small", {}, words("namedIn") + words("colon"), STUDY.optionSources[kind][languageIndex()]);

  function sizesOf({ members, sizes }) {
    const changes = members.slice(0, 6).map((_, place) => {
      const [before, after] = [sizes[2 * place], sizes[2 * place + 1]];
      if (!after) return words("unknownFigure");
      return before ? `${before} → ${after}` : String(after);
    });
    return heading("taille") + words("colon") + changes.join(" ; ");
  }

  /* Which total of which text is meant. */
  const eurosScope = () =>
    STUDY.amountRules.map(({ scope }) => scope[languageIndex()]).join(" ; ");

  /* Euros by each text shown, with what is to be known of it. */
  function euroWords(euros, index) {
    const warning = STUDY.amountRules[index].warning[languageIndex()];
    const amount = euros === null
      ? words("unknownFigure")
      : (euros > 0 ? "+" : "") + whole(euros) + " €";
    return warning ? warning + words("colon") + amount : amount;
  }

  /* A click shows the parts that the score is the mean of. */
  function scoreOf({ score, parts }) {
    const names = Object.keys(STUDY.optionWeights);
    return make(
      "details",
      {},
      make("summary", {}, words("scoreParts")),
      make("small", {}, `${words("score")} ${decimal(score / 1000, 2)}`),
      parts.map((part, place) =>
        part === -1
          ? null
          : make(
            "small",
            {},
            words(
              "scorePart",
              words(`note_${names[place]}`),
              part === null ? words("notJudged") : decimal(part / 1000, 2),
              STUDY.optionWeights[names[place]],
            ),
          )
      ),
    );
  }

  function neighboursOf(row) {
    const across = SECTORS.acrossSea.find(([sector]) => sector === row);
    const beside = [...SECTORS.neighbours[row]].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    const poles = SECTORS.poles[row];
    return section(
      [words("besidesSector"), defined("neighbours")],
      across
        ? make("p", {}, words("acrossSea"), " ", linkOf("cpts", across[1]))
        : beside.length
        ? null
        : make("p", { class: "note" }, words("noNeighbourOfSector")),
      beside.length
        ? simpleTable(
          words("besidesSector"),
          [words("cpts"), words("border"), words("now")],
          beside.slice(0, 12).map(([cpts, border]) => [
            [
              linkOf("cpts", cpts),
              make(
                "small",
                {},
                stageName(CPTS.stage[cpts]),
                poles.includes(cpts) ? ` · ${words("holdsPole")}` : null,
              ),
            ],
            decimal(border / 100, 0) + percentSign(),
            [
              peopleOfCPTS(cpts),
              make("small", {}, `${heading("taille")} ${CPTS.taille[cpts] ?? "—"}`),
            ],
          ]),
        )
        : null,
      beside.length > 12
        ? make("p", { class: "note" }, words("more_list", whole(beside.length - 12)))
        : null,
    );
  }

  function departmentsOf(row) {
    const departments = peopleByDepartment(
      communesOfSector(row),
      (commune) => peopleInSector(row, commune),
    );
    if (departments.length < 2) return null;
    return section(
      heading("departements"),
      shortList(
        departments.map(([code, here]) => () => [departmentLink(code), ` — ${people(here)}`]),
        6,
      ),
    );
  }

  return { sectorPanel };
});
