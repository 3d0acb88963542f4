/* Making columns: a key (its name in the files), a title, a value, and how it is shown. */
part("columns", ({
  data: { AREAS, COMMUNES, CPTS, STAGES },
  state: { STATE },
  language: { WORDS, decimal, hundredths, language, percentSign, whole },
  study: { LEVELS, areaName, fromStage, isKnown, levelRows, sum },
  facts: { linkOf, stageName },
}) => {
  const text = (key, title, value, more) => ({ key, title, value, show: value, ...more });
  const number = (key, title, value, more) => ({
    key,
    title,
    value,
    isNumber: true,
    show: (row) => value(row) === null ? "" : decimal(value(row), (more && more.decimals) || 0),
    ...more,
  });
  const codes = (lists) => (row) => lists[row].join("|");
  const named = (level, lists) => (row) =>
    lists[row].slice(0, 4).map((code) => areaName(level, code)).join(", ") +
    (lists[row].length > 4 ? "…" : "");

  /** Areas of a level, those that the page leaves out included. */
  const areaTotal = (level) =>
    levelRows(level).length + (AREAS.hidden.find(([name]) => name === level) || ["", 0])[1];
  const currentLevel = () =>
    STATE.level || (LEVELS.includes("departement") ? "departement" : LEVELS[0]);
  const shortNames = (rows) =>
    rows.slice(0, 3).map((row) => COMMUNES.name[row]).join(", ") + (rows.length > 3 ? "…" : "");
  const pairColumn = (key, title, column) =>
    text(key, title, (row) => CPTS.name[column[row]] || CPTS.id[column[row]], {
      show: (row) => linkOf("cpts", column[row]),
      csv: (row) => CPTS.id[column[row]],
      isCode: true,
    });
  const stageOf = (key, title, column) =>
    text(key, title, (row) => String(CPTS.stage[column[row]]), {
      show: (row) => stageName(CPTS.stage[column[row]]),
      csv: (row) => STAGES[CPTS.stage[column[row]]],
    });

  function stageColumn(key, stage) {
    const title = WORDS[language()].stages[stage];
    const value = (row) => {
      if (!isKnown(row)) return null;
      const counts = AREAS.people[row];
      if (STATE.measure === "persons") return counts[stage];
      return hundredths(
        STATE.measure === "cumulated" ? fromStage(counts, stage) : counts[stage],
        sum(counts),
      ) / 100;
    };
    const isShare = STATE.measure !== "persons";
    const prefix = {
      exclusive: "pct_stade_",
      cumulated: "pct_cumule_",
      persons: "population_stade_",
    }[STATE.measure];
    return number(prefix + key, title, value, {
      decimals: isShare ? 2 : 0,
      show: (row) =>
        value(row) === null
          ? ""
          : isShare
          ? decimal(value(row), 2) + percentSign()
          : whole(value(row)),
      definition:
        { exclusive: "exclusive", cumulated: "cumulative", persons: "population" }[STATE.measure],
    });
  }

  return {
    text, number, codes, named, areaTotal, currentLevel, shortNames, pairColumn, stageOf,
    stageColumn,
  };
});
