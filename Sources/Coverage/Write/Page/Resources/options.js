/* What can be done about a sector, as the data have it. */
part("options", ({
  data: { SECTORS, STUDY },
  language: { languageIndex, words },
  study: { cptsName },
}) => {
  const KINDS = Object.keys(STUDY.optionSources);

  const optionOf = ([kind, members, score, gained, sizes, euros, against, grade, parts]) => ({
    kind: KINDS[kind],
    /** Rows of CPTS, -1 for a new one. */
    members,
    score,
    gained,
    /** Before and after, of each member. */
    sizes,
    euros,
    /** Sentences. */
    against: against.map((text) => SECTORS.texts[text][languageIndex()]),
    /** Undefined for what cannot be. */
    grade: STUDY.optionGrades[grade],
    parts,
  });
  /** Where the people of some unit of the sector are unknown, a gain is the least that it can be. */
  const all = (sector) =>
    SECTORS.options[sector].map((option) => ({
      ...optionOf(option),
      unknown: SECTORS.unknown[sector],
    }));
  /** Those that can be, the first to look at first. */
  const possible = (sector) => all(sector).filter(({ grade }) => grade !== undefined);
  /** Those that cannot. */
  const impossible = (sector) => all(sector).filter(({ grade }) => grade === undefined);
  /** Undefined where none can be. */
  const firstOption = (sector) => possible(sector)[0];

  const kindName = ({ kind }) => words(kind);
  const gradeName = ({ grade }) => words(grade);
  const cptsNames = ({ members }) =>
    members.map((cpts) => cpts < 0 ? words("newCPTS") : cptsName(cpts));

  return { possible, impossible, firstOption, kindName, gradeName, cptsNames };
});
