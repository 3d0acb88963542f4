/* Making elements. Texts become text nodes, whatever they hold: no name is ever read as markup. */
part("elements", ({ data: { STAGES }, language: { definition, words } }) => {
  const SVG = "http://www.w3.org/2000/svg";

  function fill(element, attributes, children) {
    for (const [name, value] of Object.entries(attributes || {})) {
      if (value === undefined || value === null || value === false) continue;
      if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
      else element.setAttribute(name, value === true ? "" : String(value));
    }
    element.append(...children.flat(4).filter((child) => child !== null && child !== undefined));
    return element;
  }

  const make = (tag, attributes, ...children) =>
    fill(document.createElement(tag), attributes, children);
  const draw = (tag, attributes, ...children) =>
    fill(document.createElementNS(SVG, tag), attributes, children);

  /** A length in percent, set as style: the page's policy forbids style attributes. */
  function sized(element, property, value) {
    element.style.setProperty(property, value);
    return element;
  }

  /** A button that looks like a link and opens something. */
  const linkTo = (text, open) =>
    make("button", { type: "button", class: "link", onclick: open }, text);

  /** The small square that shows a stage, with its pattern. */
  const swatch = (stage) =>
    draw(
      "svg",
      { class: "swatch", viewBox: "0 0 18 12", "aria-hidden": "true" },
      draw("rect", { width: 18, height: 12, fill: `url(#stage-${stage})` }),
    );

  /** The small square that shows the nature of a sector, with its pattern. */
  const natureSwatch = (nature) =>
    draw(
      "svg",
      { class: "swatch", viewBox: "0 0 18 12", "aria-hidden": "true" },
      draw("rect", { width: 18, height: 12, fill: `url(#nature-${nature})` }),
    );

  /** A stacked bar of people by stage, with a mark at the share covered. */
  function stageBar(people, whiteBelow) {
    const total = people.reduce((sum, count) => sum + count, 0);
    const bar = draw("svg", {
      class: "stagebar",
      viewBox: "0 0 1000 10",
      preserveAspectRatio: "none",
      "aria-hidden": "true",
    });
    let start = 0;
    for (let stage = STAGES.length - 1; stage >= 0 && total > 0; stage--) {
      const width = (people[stage] * 1000) / total;
      bar.append(draw("rect", { x: start, width, height: 10, class: `flat-${stage}` }));
      start += width;
      if (stage === whiteBelow) {
        bar.append(draw("rect", { x: start - 2, width: 4, height: 10, class: "mark" }));
      }
    }
    return bar;
  }

  /** A bar in two parts: people where a project is at work, and the others. */
  const splitBar = (inside, without) => {
    const width = (inside * 1000) / Math.max(1, inside + without);
    return draw(
      "svg",
      {
        class: "stagebar",
        viewBox: "0 0 1000 10",
        preserveAspectRatio: "none",
        "aria-hidden": "true",
      },
      draw("rect", { width, height: 10, class: "flat-1" }),
      draw("rect", { x: width, width: 1000 - width, height: 10, class: "flat-0" }),
    );
  };

  /** The button beside a figure that opens its definition. */
  const defined = (name) =>
    make("button", {
      type: "button",
      class: "what",
      "aria-label": words("definition", definition(name)[0]),
      onclick: () => openDefinition(name),
    }, "?");

  function openDefinition(name) {
    const [title, text] = definition(name);
    const dialog = make(
      "dialog",
      { "aria-labelledby": "definition-title" },
      make("h2", { id: "definition-title" }, title),
      make("p", {}, text),
      make(
        "button",
        { type: "button", autofocus: true, onclick: () => dialog.close() },
        words("close"),
      ),
    );
    dialog.addEventListener("close", () => dialog.remove());
    dialog.addEventListener("click", (event) => {
      if (event.target === dialog) dialog.close();
    });
    document.body.append(dialog);
    dialog.showModal();
  }

  /** Saves a text as a file, from the page itself. */
  function save(name, text) {
    const address = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
    const link = make("a", { href: address, download: name });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 10000);
  }

  return { make, draw, sized, linkTo, swatch, natureSwatch, stageBar, splitBar, defined, save };
});
