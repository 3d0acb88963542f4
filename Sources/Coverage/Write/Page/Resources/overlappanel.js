/* The panel of an overlap: who is there, on how much, and the page of its conciliation. */
part("overlappanel", ({
  data: { CPTS, OVERLAPS },
  language: { heading, measured, whole, words },
  study: { people },
  elements: { make },
  facts: { facts, linkOf, section, shortList, stageName },
}) => {
  /** A link to the page of its conciliation; null where it has none. */
  const conciliationOf = (row) =>
    OVERLAPS.dossier[row]
      ? make("a", { class: "dossier", href: OVERLAPS.dossier[row] }, words("openConciliation"))
      : null;

  function overlapPanel(row) {
    const who = (key, cpts) => [
      heading(key),
      [linkOf("cpts", cpts), make("small", {}, stageName(CPTS.stage[cpts]))],
    ];
    const page = conciliationOf(row);
    const communes = OVERLAPS.communes[row];
    return [
      facts(
        who("cpts_a", OVERLAPS.first[row]),
        who("cpts_b", OVERLAPS.second[row]),
        [heading("qualification"), words(OVERLAPS.qualification[row]), "overlaps"],
        [heading("population"), people(OVERLAPS.population[row])],
        [heading("superficie_km2"), measured(OVERLAPS.superficie_km2[row]), "area"],
      ),
      page ? make("p", {}, page) : null,
      section(
        `${heading("nb_communes")} (${whole(communes.length)})`,
        shortList(communes.map((commune) => () => linkOf("commune", commune)), 8),
      ),
    ];
  }

  return { conciliationOf, overlapPanel };
});
