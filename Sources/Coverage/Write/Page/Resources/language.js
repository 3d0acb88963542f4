/* Words and numbers in the language of the reader. */
part("language", ({
  words_fr,
  words_en,
  data: { ANOMALIES, AREAS, CPTS, DEFINITIONS, OVERLAPS, SECTORS, STUDY, ZONES },
  state: { STATE },
}) => {
  const WORDS = { fr: words_fr, en: words_en };
  const language = () => STATE.language;
  /** Where the data have both, French comes first. */
  const languageIndex = () => language() === "fr" ? 0 : 1;

  /** A text of ours with the spaces that must not break, as French spells them. */
  const typeset = (text) =>
    language() !== "fr" ? text : text.replace(/ (?=[:;%?!»])/g, "\u00A0").replace(/« /g, "«\u00A0")
      .replace(/(\d) (?=\d{3})/g, "$1\u202F");

  /** `{0}` is the first value, `{0|one|many}` the word that agrees with it: French counts nought as one. */
  const filled = (text, values) =>
    text.replace(/\{(\d)(?:\|([^|}]*)\|([^|}]*))?\}/g, (_, index, one, many) => {
      const value = String(values[index]);
      if (one === undefined) return value;
      return value === "1" || (value === "0" && language() === "fr") ? one : many;
    });

  /** A text of the dictionary with its gaps filled in. */
  const words = (key, ...values) => filled(typeset(WORDS[language()][key]), values);

  /** Title and text of a definition. */
  const definition = (name) => DEFINITIONS[name].map((text) => typeset(text[languageIndex()]));
  const stageLabel = (stage) => STUDY.stageLabels[stage][languageIndex()];

  const COLUMNS = new Map(
    [AREAS, OVERLAPS, ANOMALIES, SECTORS, CPTS, ZONES].flatMap(({ columns }) =>
      columns.map(({ name, heading }) => [name, heading])
    ),
  );
  /** The heading of a column, for what says the same beside a table. */
  const heading = (name) => COLUMNS.get(name)[languageIndex()];

  const numbers = {};
  function formatter(decimals) {
    const key = language() + decimals;
    return numbers[key] ||= new Intl.NumberFormat(language() === "fr" ? "fr-FR" : "en-GB", {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    });
  }
  const whole = (number) => formatter(0).format(number);
  const decimal = (number, decimals) => formatter(decimals).format(number);

  /** Hundredths of a percent, rounded half up in whole arithmetic, as in the tables. */
  const hundredths = (part, total) =>
    total === 0 ? 0 : Math.floor((part * 20000 + total) / (2 * total));
  const percentSign = () => language() === "fr" ? "\u202F%" : "%";
  /** The indicator, which moves by hundredths. */
  const percent = (part, total) => decimal(hundredths(part, total) / 100, 2) + percentSign();

  /** Where two decimals are not useful. What is not nothing is never 0.0 %, nor what is not all 100.0 %. */
  function share(part, total) {
    const tenths = total === 0 ? 0 : Math.floor((part * 2000 + total) / (2 * total));
    if (tenths === 0 && part > 0) return "<\u202F" + decimal(0.1, 1) + percentSign();
    if (tenths === 1000 && part < total) return ">\u202F" + decimal(99.9, 1) + percentSign();
    return decimal(tenths / 10, 1) + percentSign();
  }

  /** A size with as many digits as a reader can use; the files have its decimals. */
  function measured(number) {
    const size = Math.abs(number);
    return decimal(number, size >= 99.95 ? 0 : size >= 9.995 ? 1 : size >= 0.9995 ? 2 : 3);
  }

  const inhabitants = (count) => words(count === 1 ? "inhabitant" : "inhabitants", whole(count));
  const day = (text) => spelled(text).replace(/^1 (?=\p{L})/u, language() === "fr" ? "1er " : "1 ");
  const spelled = (text) =>
    new Intl.DateTimeFormat(language() === "fr" ? "fr-FR" : "en-GB", {
      day: "numeric",
      month: "long",
      year: "numeric",
      timeZone: "UTC",
    }).format(new Date(text + "T00:00:00Z"));

  /** What spellings share: lower case, no accents, one space for every run of anything else. */
  const folded = (text) =>
    text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase()
      .replace(/œ/g, "oe").replace(/æ/g, "ae").replace(/[^\p{L}\p{N}]+/gu, " ").trim();

  return {
    WORDS, language, languageIndex, words, definition, stageLabel, heading, whole, decimal,
    hundredths, percentSign, percent, share, measured, inhabitants, day, folded,
  };
});
