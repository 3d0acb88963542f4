/* The options of a sector as a list: what, by whom, how good, for whom, what is against, from which text. */
part("optionlist", ({
  data: { SECTORS, STUDY },
  language: { decimal, heading, languageIndex, whole, words },
  study: { atLeast },
  elements: { defined, make },
  facts: { linkOf, section },
  options: { gradeName, impossible, kindName, possible },
}) => {
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
        option.gained === null ? words("unknownFigure") : words("gains", atLeast(option.gained, option.unknown)),
        make("small", {}, sizesOf(option)),
        option.euros.length
          ? make(
            "small",
            {},
            words("moreEuros") + words("colon"),
            option.euros.map(euroWords).join(words("semicolon")),
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
    return heading("taille") + words("colon") + changes.join(words("semicolon"));
  }

  /* Which total of which text is meant. */
  const eurosScope = () =>
    STUDY.amountRules.map(({ scope }) => scope[languageIndex()]).join(words("semicolon"));

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

  return { optionsOf };
});
