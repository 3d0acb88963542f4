/* Making columns: a key (its name in the files), a title, a value, and how it is shown. */
part("columns", ({
  data: { AREAS, COMMUNES, CPTS, STAGES },
  state: { STATE },
  language: { hundredths, languageIndex, share, stageLabel, whole, words },
  study: { LEVELS, cptsName, departmentName, fromStage, isKnown, levelRows, sum },
  facts: { linkOf, stageName },
}) => {
  const text = (key, title, value, more) => ({ key, title, value, show: value, ...more });
  const number = (key, title, value, more) => ({
    key,
    title,
    value,
    isNumber: true,
    show: (row) =>
      value(row) === null ? more?.unknown ?? "" : (more?.written ?? whole)(value(row)),
    ...more,
  });
  const some = (names, most) => names.slice(0, most).join(", ") + (names.length > most ? "…" : "");

  /** Areas of a level, those that the page leaves out included. */
  const areaTotal = (level) =>
    levelRows(level).length + (AREAS.hidden.find(([name]) => name === level) || ["", 0])[1];
  const currentLevel = () =>
    STATE.level || (LEVELS.includes("departement") ? "departement" : LEVELS[0]);

  /** The columns of a table as its data have them; `special` says more of some. */
  const columnsOf = (table, special) =>
    table.columns.map(({ name, kind, heading, definition }) => {
      const { value = (row) => table[name][row], ...more } = special[name] ?? {};
      const column = kind === "number" ? number : text;
      const isCode = kind === "code";
      return column(name, heading[languageIndex()], value, { isCode, definition, ...more });
    });

  /** Of codes the names are shown, of words of the files ours. */
  const departments = ({ departements }) => ({
    value: (row) => departements[row].join("|"),
    show: (row) => some(departements[row].map(departmentName), 4),
  });
  const communes = (rows) => ({
    value: (row) => rows[row].map((commune) => COMMUNES.code[commune]).join("|"),
    show: (row) => some(rows[row].map((commune) => COMMUNES.name[commune]), 3),
  });
  const worded = (values) => ({ show: (row) => words(values[row]) });
  const cptsOf = (column) => ({
    value: (row) => cptsName(column[row]),
    show: (row) => linkOf("cpts", column[row]),
    csv: (row) => CPTS.cpts_id[column[row]],
  });
  /** Stages are sorted by rank. */
  const stageOf = (ranks) => ({
    value: (row) => ranks[row],
    show: (row) => stageName(ranks[row]),
    csv: (row) => STAGES[ranks[row]],
  });

  function stageColumn(key, stage) {
    const title = stageLabel(stage);
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
      show: (row) => {
        if (value(row) === null) return "";
        const counts = AREAS.people[row];
        if (!isShare) return whole(value(row));
        return share(
          STATE.measure === "cumulated" ? fromStage(counts, stage) : counts[stage],
          sum(counts),
        );
      },
      definition:
        { exclusive: "exclusive", cumulated: "cumulative", persons: "population" }[STATE.measure],
    });
  }

  return {
    text, number, areaTotal, currentLevel, columnsOf, departments, communes, worded, cptsOf,
    stageOf, stageColumn,
  };
});
