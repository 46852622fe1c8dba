/** Scales and moves a picture in its stage: wheel, two fingers, dragging, double tap. 1 is "as large as fits". */

const MOST = 10;

export class Zoom {
  #stage;
  #image;
  #told;
  #factor = 1;
  #x = 0;
  #y = 0;
  #fingers = new Map();

  constructor(stage, image, told) {
    this.#stage = stage;
    this.#image = image;
    this.#told = told;
    stage.onwheel = (event) => {
      event.preventDefault();
      this.by(Math.exp(-event.deltaY * (event.deltaMode === 1 ? 0.05 : 0.002)), event);
    };
    stage.onpointerdown = (event) => this.#down(event);
    stage.onpointermove = (event) => this.#moved(event);
    stage.onpointerup = (event) => this.#up(event);
    stage.onpointercancel = (event) => this.#up(event);
    stage.ondblclick = (event) => (this.zoomed ? this.fit() : this.by(3, event));
    this.#draw();
  }

  get zoomed() {
    return this.#factor > 1.001;
  }

  fit() {
    this.#factor = 1;
    this.#x = 0;
    this.#y = 0;
    this.#draw();
  }

  /** Scales about a point of the screen, the middle where none is given. */
  by(factor, about = null) {
    const box = this.#stage.getBoundingClientRect();
    const px = about === null ? 0 : about.clientX - box.left - box.width / 2;
    const py = about === null ? 0 : about.clientY - box.top - box.height / 2;
    const next = Math.min(MOST, Math.max(1, this.#factor * factor));
    const grown = next / this.#factor;
    this.#x = px - (px - this.#x) * grown;
    this.#y = py - (py - this.#y) * grown;
    this.#factor = next;
    this.#draw();
  }

  move(dx, dy) {
    this.#x += dx;
    this.#y += dy;
    this.#draw();
  }

  #draw() {
    // no further than the picture's edge to the stage's middle
    const mostX = (this.#stage.clientWidth * (this.#factor - 1)) / 2;
    const mostY = (this.#stage.clientHeight * (this.#factor - 1)) / 2;
    this.#x = Math.min(mostX, Math.max(-mostX, this.#x));
    this.#y = Math.min(mostY, Math.max(-mostY, this.#y));
    this.#image.style.transform = `translate(${this.#x}px, ${this.#y}px) scale(${this.#factor})`;
    this.#stage.dataset.zoomed = String(this.zoomed);
    this.#told(this.#factor);
  }

  #down(event) {
    this.#stage.setPointerCapture(event.pointerId);
    this.#fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
  }

  #moved(event) {
    const before = this.#fingers.get(event.pointerId);
    if (before === undefined) {
      return;
    }
    const now = { x: event.clientX, y: event.clientY };
    if (this.#fingers.size === 1) {
      this.move(now.x - before.x, now.y - before.y);
    } else {
      const [other] = [...this.#fingers].filter(([id]) => id !== event.pointerId).map(([, at]) => at);
      const spread = Math.hypot(now.x - other.x, now.y - other.y) / Math.max(1, Math.hypot(before.x - other.x, before.y - other.y));
      this.by(spread, { clientX: (now.x + other.x) / 2, clientY: (now.y + other.y) / 2 });
      this.move((now.x - before.x) / 2, (now.y - before.y) / 2);
    }
    this.#fingers.set(event.pointerId, now);
  }

  #up(event) {
    this.#fingers.delete(event.pointerId);
  }
}
