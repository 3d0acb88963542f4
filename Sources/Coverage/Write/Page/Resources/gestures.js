/* Mouse, touch and keys on the map. */
part("gestures", ({ language: { words } }) => {
  const GESTURES = {
    listen() {
      const { stage } = this;
      stage.addEventListener("pointerdown", (event) => {
        if (event.button !== 0) return;
        this.pointers.set(event.pointerId, [event.clientX, event.clientY]);
        this.moved = this.pointers.size > 1;
      });
      stage.addEventListener("pointermove", (event) => this.onMove(event));
      stage.addEventListener("pointerup", (event) => this.onUp(event));
      stage.addEventListener("pointercancel", (event) => this.pointers.delete(event.pointerId));
      stage.addEventListener("pointerleave", () => {
        if (document.activeElement !== stage) this.hover(-1);
      });
      stage.addEventListener("wheel", (event) => {
        // Without the focus, or the control key, the wheel scrolls the page as everywhere else.
        if (!event.ctrlKey && document.activeElement !== stage) return;
        event.preventDefault();
        this.zoom(Math.exp(-event.deltaY * 0.002), event.clientX, event.clientY);
      }, { passive: false });
      stage.addEventListener("keydown", (event) => this.onKey(event));
      stage.addEventListener("blur", () => this.hover(-1));
    },

    onMove(event) {
      const before = this.pointers.get(event.pointerId);
      if (!before) {
        if (event.pointerType === "mouse") this.hover(this.faceAt(event.clientX, event.clientY));
        return;
      }
      const [dx, dy] = [event.clientX - before[0], event.clientY - before[1]];
      if (!this.moved && Math.hypot(dx, dy) < 5) return;
      if (!this.moved) this.stage.setPointerCapture(event.pointerId);
      this.moved = true;
      if (this.pointers.size === 2) {
        const other = [...this.pointers].find(([id]) => id !== event.pointerId)[1];
        const span = (x, y) => Math.hypot(x - other[0], y - other[1]) || 1;
        this.zoom(
          span(event.clientX, event.clientY) / span(...before),
          (event.clientX + other[0]) / 2,
          (event.clientY + other[1]) / 2,
        );
      } else {
        this.pan(dx, dy);
      }
      this.pointers.set(event.pointerId, [event.clientX, event.clientY]);
    },

    onUp(event) {
      const isClick = this.pointers.delete(event.pointerId) && !this.moved;
      if (!isClick) return;
      const face = this.faceAt(event.clientX, event.clientY);
      if (face >= 0) this.open(this.territoryAt(face));
    },

    onKey(event) {
      const box = this.stage.getBoundingClientRect();
      const steps = { ArrowLeft: [1, 0], ArrowRight: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      if (steps[event.key]) {
        this.pan((steps[event.key][0] * box.width) / 8, (steps[event.key][1] * box.height) / 8);
      } else if (event.key === "+" || event.key === "=") this.zoom(1.6);
      else if (event.key === "-") this.zoom(1 / 1.6);
      else if (event.key === "0") this.reset();
      else if (event.key === "Enter" || event.key === " ") {
        const face = this.faceAtCentre();
        if (face >= 0) this.open(this.territoryAt(face));
      } else return;
      event.preventDefault();
      requestAnimationFrame(() =>
        requestAnimationFrame(() => this.hover(this.faceAtCentre(), words("mapNone")))
      );
    },
  };

  return { GESTURES };
});
