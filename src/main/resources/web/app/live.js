/** What the central tells as it happens. The browser reconnects by itself and resumes where it was cut. */

const STALLED = 15_000;

export class Live extends EventTarget {
  #source = null;
  #timer = 0;

  /** 'connecting', 'open' or 'cut' */
  state = 'connecting';

  open() {
    this.close();
    this.#become('connecting');
    const source = new EventSource('/api/live');
    this.#source = source;
    source.addEventListener('open', () => this.#become('open'));
    source.addEventListener('error', () => this.#cut(source));
    for (const type of ['vehicle', 'camera']) {
      source.addEventListener(type, (event) => this.#tell(type, event.data));
    }
  }

  close() {
    clearTimeout(this.#timer);
    this.#source?.close();
    this.#source = null;
  }

  #cut(source) {
    this.#become('cut');
    // The browser gives up for good where the answer was no stream: after a restart, say.
    if (source.readyState === EventSource.CLOSED && this.#source === source) {
      this.#source = null;
      this.#timer = setTimeout(() => this.open(), STALLED / 3 + Math.random() * STALLED / 3);
    }
  }

  #become(state) {
    if (this.state !== state) {
      const before = this.state;
      this.state = state;
      this.dispatchEvent(new CustomEvent('state', { detail: { state, before } }));
    }
  }

  #tell(type, data) {
    let told;
    try {
      told = JSON.parse(data);
    } catch {
      return; // half a message: the row comes again with the next look
    }
    this.dispatchEvent(new CustomEvent(type, { detail: told }));
  }
}
