/* Reads the chart of a search: by pointer, by slider, and so by keys. */
part("trajectory", () => {
  const { label, points, top, bottom } = JSON.parse(
    document.getElementById("trajectory-data").textContent,
  );
  const figure = document.getElementById("trajectory");
  const svg = figure.querySelector("svg");
  const cursor = svg.querySelector(".cursor"), spot = svg.querySelector(".spot");
  const reading = figure.querySelector(".reading");
  const slider = document.createElement("input");

  const show = (index) => {
    const [x, y, text] = points[index];
    cursor.setAttribute("d", `M${x} ${top}V${bottom}`);
    spot.setAttribute("cx", x);
    spot.setAttribute("cy", y);
    reading.textContent = text;
    slider.value = index;
    slider.setAttribute("aria-valuetext", text);
  };

  Object.assign(slider, { type: "range", id: "trajectory-rank", min: 0, max: points.length - 1 });
  slider.addEventListener("input", () => show(Number(slider.value)));
  const field = document.createElement("label");
  field.className = "slider";
  field.append(label, slider);
  figure.append(field);

  svg.addEventListener("pointermove", (event) => {
    const box = svg.getBoundingClientRect();
    const x = ((event.clientX - box.left) * svg.viewBox.baseVal.width) / box.width;
    const span = points.at(-1)[0] - points[0][0];
    const place = Math.round(((x - points[0][0]) * (points.length - 1)) / span);
    show(Math.min(Math.max(place, 0), points.length - 1));
  });
  show(points.length - 1);
});
