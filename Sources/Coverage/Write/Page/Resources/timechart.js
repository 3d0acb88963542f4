/* Coverage over time as stacked areas, with a slider that reads them. */
part("timechart", ({
  data: { HISTORY, STAGES, STUDY },
  language: { day, percent, percentSign, words },
  study: { fromStage, sum },
  elements: { draw, make },
  facts: { stageName },
}) => {
  const PLOT = { width: 720, height: 300, left: 52, right: 14, top: 26, bottom: 26 };

  const historyDays = HISTORY ? HISTORY.dates.map((date) => Date.parse(date + "T00:00:00Z")) : [];
  const lastDay = historyDays.length - 1;

  /** Where a day and a share, from 0 to 1, are in the plot. */
  const dayAt = (time) =>
    PLOT.left + (PLOT.width - PLOT.left - PLOT.right) * (time - historyDays[0]) /
        (historyDays[lastDay] - historyDays[0]);
  const shareAt = (share) =>
    PLOT.height - PLOT.bottom - (PLOT.height - PLOT.top - PLOT.bottom) * share;
  const reached = (row, stage) => {
    const total = sum(HISTORY.people[row]);
    return total ? fromStage(HISTORY.people[row], stage) / total : 0;
  };
  const reachedPercent = (row, stage) =>
    percent(fromStage(HISTORY.people[row], stage), sum(HISTORY.people[row]));

  /** People at a stage or a later one over time, as points of a line. */
  const historyLine = (stage) =>
    historyDays.map((time, row) =>
      `${dayAt(time).toFixed(1)} ${shareAt(reached(row, stage)).toFixed(1)}`
    );

  /** One area a stage, the latest at the bottom, and the line of the people covered. */
  function historyAreas() {
    const areas = STAGES.map((_, stage) => {
      const below = stage + 1 < STAGES.length
        ? historyLine(stage + 1)
        : historyDays.map((time) => `${dayAt(time).toFixed(1)} ${shareAt(0)}`);
      const ring = [...historyLine(stage), ...below.reverse()].join("L");
      return draw("path", { d: `M${ring}Z`, fill: `url(#stage-${stage})`, class: "over" });
    });
    const covered = draw("path", {
      d: "M" + historyLine(STUDY.whiteBelow).join("L"),
      class: "covered",
    });
    return [...areas, covered];
  }

  /** Days to name below the plot: beginnings of years, or the first and the last day. */
  function historyTicks() {
    const year = (time) => new Date(time).getUTCFullYear();
    const first = year(historyDays[0]) + 1, count = year(historyDays[lastDay]) - first + 1;
    if (count < 2) {
      return [[historyDays[0], "start"], [historyDays[lastDay], "end"]].map((
        [time, anchor],
      ) => [time, new Date(time).toISOString().slice(0, 10), anchor]);
    }
    const step = Math.ceil(count / 10);
    return Array.from({ length: Math.ceil(count / step) }, (_, index) => first + index * step)
      .map((year) => [
        new Date(0).setUTCFullYear(year, 0, 1),
        String(year),
        "middle",
      ]);
  }

  function historyAxes() {
    const { left, right, width, height, bottom } = PLOT;
    const rules = [0, 25, 50, 75, 100].flatMap((share) => [
      draw("path", {
        d: `M${left} ${shareAt(share / 100)}H${width - right}`,
        class: share === 100 ? "target" : "rule-of-plot",
      }),
      draw(
        "text",
        { x: left - 6, y: shareAt(share / 100) + 4, "text-anchor": "end" },
        share + percentSign(),
      ),
    ]);
    const ticks = historyTicks().flatMap(([time, name, anchor]) => [
      draw("path", { d: `M${dayAt(time)} ${height - bottom}v5`, class: "rule-of-plot" }),
      draw("text", { x: dayAt(time), y: height - bottom + 19, "text-anchor": anchor }, name),
    ]);
    const target = draw("text", { x: left, y: PLOT.top - 8 }, words("target"));
    return [...rules, ...ticks, target];
  }

  /** The plot, the slider below it, and what they say of the day chosen. */
  function historyReader() {
    const cursor = draw("path", { class: "cursor" });
    const plot = draw(
      "svg",
      {
        viewBox: `0 0 ${PLOT.width} ${PLOT.height}`,
        role: "img",
        "aria-label": words(
          "historyLabel",
          day(HISTORY.dates[0]),
          reachedPercent(0, STUDY.whiteBelow),
          day(HISTORY.dates[lastDay]),
          reachedPercent(lastDay, STUDY.whiteBelow),
        ),
      },
      historyAreas(),
      historyAxes(),
      cursor,
    );
    const legend = make("ul", { class: "legend" });
    const heading = make("p", { class: "reading", id: "history-reading", "aria-live": "polite" });
    const slider = make("input", {
      type: "range",
      id: "history-day",
      min: 0,
      max: lastDay,
      value: lastDay,
      oninput: () => show(Number(slider.value)),
    });
    const show = (row) => {
      cursor.setAttribute("d", `M${dayAt(historyDays[row])} ${shareAt(1)}V${shareAt(0)}`);
      slider.setAttribute("aria-valuetext", day(HISTORY.dates[row]));
      heading.replaceChildren(
        words("historyReading", day(HISTORY.dates[row]), reachedPercent(row, STUDY.whiteBelow)),
      );
      const people = HISTORY.people[row];
      legend.replaceChildren(
        ...STAGES.map((_, stage) =>
          make(
            "li",
            {},
            make("span", {}, stageName(stage)),
            make("span", { class: "value" }, percent(people[stage], sum(people))),
          )
        ),
      );
    };
    show(lastDay);
    return [
      make(
        "div",
        { class: "plot" },
        make(
          "div",
          { class: "scroll", tabindex: 0, role: "region", "aria-label": words("historyTitle") },
          plot,
        ),
        make("div", {}, heading, legend),
      ),
      make("label", { for: "history-day", class: "slider" }, words("historyDay"), slider),
    ];
  }

  return { historyDays, reachedPercent, historyReader };
});
