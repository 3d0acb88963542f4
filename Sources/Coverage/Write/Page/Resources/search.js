/* Finding a commune, a CPTS, a white zone, a sector, a department or a region by name or code. */
part("search", ({
  data: { AREAS, COMMUNES, CPTS, MAP, SECTORS, ZONES },
  state: { PAGE },
  language: { folded, words },
  study: { departmentName, isKnown, sum },
  elements: { make },
  facts: { titleOf },
}) => {
  let searchIndex = null;

  function makeIndex() {
    const entries = [];
    const add = (kind, row, name, code, weight) =>
      entries.push({ kind, row, name: folded(name), code: code.toLowerCase(), weight });
    AREAS.level.forEach((level, row) => {
      if (!AREAS.code[row]) return;
      const weight = isKnown(row) ? sum(AREAS.people[row]) : 0;
      if (level === "region") add("region", row, AREAS.name[row], AREAS.code[row], 4e9 + weight);
      if (level === "departement") {
        add("department", row, AREAS.name[row], AREAS.code[row], 3e9 + weight);
      }
    });
    CPTS.cpts_nom.forEach((name, row) =>
      add("cpts", row, name, CPTS.cpts_id[row], 1e9 + CPTS.population[row])
    );
    ZONES.commune_principale.forEach((name, row) =>
      add("zone", row, name, ZONES.zone[row], 1e8 + ZONES.population[row])
    );
    SECTORS.commune_principale.forEach((name, row) =>
      add("secteur", row, name, SECTORS.secteur[row], 5e7 + SECTORS.population[row])
    );
    COMMUNES.name.forEach((name, row) =>
      add("commune", row, name, COMMUNES.code[row], COMMUNES.population[row] || 0)
    );
    return entries;
  }

  /** How well an entry answers: the whole name or code, its beginning, a word, anywhere; else 0. */
  function match(entry, text, code) {
    if (entry.name === text || entry.code === code) return 4;
    if (entry.name.startsWith(text) || (code.length > 1 && entry.code.startsWith(code))) return 3;
    const at = entry.name.indexOf(" " + text);
    if (at >= 0) return 2;
    return text.length > 2 && entry.name.includes(text) ? 1 : 0;
  }

  function find(query) {
    searchIndex ||= makeIndex();
    const text = folded(query), code = query.trim().toLowerCase();
    if (!text) return [];
    const found = [];
    for (const entry of searchIndex) {
      const score = match(entry, text, code);
      if (score) found.push({ entry, score });
    }
    found.sort((a, b) => b.score - a.score || b.entry.weight - a.entry.weight);
    return found.slice(0, 12).map(({ entry }) => entry);
  }

  /** A field with a list of answers (the combobox of the ARIA Authoring Practices). */
  function searchBox() {
    const list = make("ul", {
      role: "listbox",
      id: "answers",
      "aria-label": words("search"),
      hidden: true,
    });
    const status = make("p", { class: "hidden", role: "status" });
    const input = make("input", {
      type: "search",
      id: "search",
      role: "combobox",
      "aria-expanded": "false",
      "aria-controls": "answers",
      "aria-autocomplete": "list",
      autocomplete: "off",
      maxlength: 100,
      placeholder: words("searchHint"),
    });
    let answers = [], active = -1;
    const show = (isOpen) => {
      list.hidden = !isOpen;
      input.setAttribute("aria-expanded", String(isOpen));
    };
    const mark = (index) => {
      active = index;
      [...list.children].forEach((item, at) =>
        item.setAttribute("aria-selected", String(at === index))
      );
      if (index >= 0) {
        input.setAttribute("aria-activedescendant", "answer-" + index);
        list.children[index].scrollIntoView({ block: "nearest" });
      } else {
        input.removeAttribute("aria-activedescendant");
      }
    };
    const choose = (entry) => {
      show(false);
      input.value = titleOf(entry.kind, entry.row);
      PAGE.open({ kind: entry.kind, row: entry.row }, true);
    };
    input.addEventListener("input", () => {
      answers = find(input.value);
      list.replaceChildren(
        ...answers.map((entry, index) =>
          make(
            "li",
            {
              role: "option",
              id: "answer-" + index,
              "aria-selected": "false",
              onpointerdown: (event) => {
                event.preventDefault();
                choose(entry);
              },
            },
            titleOf(entry.kind, entry.row),
            make("small", {}, answerKind(entry)),
          )
        ),
      );
      status.textContent = answers.length ? words("found", answers.length) : words("foundNone");
      mark(-1);
      show(answers.length > 0);
    });
    input.addEventListener("keydown", (event) => {
      if (event.key === "Escape") show(false);
      else if (event.key === "ArrowDown" && answers.length) {
        show(true);
        mark((active + 1) % answers.length);
      } else if (event.key === "ArrowUp" && answers.length) {
        show(true);
        mark((active + answers.length - 1) % answers.length);
      } else if (event.key === "Enter" && answers.length) choose(answers[Math.max(active, 0)]);
      else return;
      event.preventDefault();
    });
    input.addEventListener("blur", () => show(false));
    return make(
      "div",
      { class: "search", role: "search" },
      make("label", { for: "search" }, words("search")),
      input,
      list,
      status,
    );
  }

  function answerKind({ kind, row }) {
    if (kind !== "commune") return words(kind);
    return `${words("communeWord")}, ${departmentName(MAP.departments[COMMUNES.department[row]])}`;
  }

  return { searchBox };
});
