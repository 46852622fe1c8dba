import { h } from '../signin/dom.js';
import { t } from '../signin/words.js';
import { number } from './format.js';
import { icon } from './icons.js';
import { rowOf } from './row.js';
import { empty, failed, loading, say } from './states.js';

/**
 * An endless list of vehicles into which live rows come without anything jumping: at the top they are put in, further down
 * they wait behind a button.
 */

const NEAR_TOP = 40;

export class VehicleList {
  #rows = new Map();
  #waiting = new Map();
  #options;
  #running = null;
  #total = 0;
  #exact = true;
  #chosen = null;
  #list = h('ul', { class: 'rows' });
  #place = h('div', { class: 'rows-place' });
  #count = h('p', { class: 'count' });
  #more = h('button', { class: 'button', type: 'button', hidden: true, onclick: () => this.#page() }, t('history.more'));
  #fresh = h('button', { class: 'fresh', type: 'button', hidden: true, onclick: () => this.#showWaiting() });
  #sentinel = h('div', { class: 'sentinel', 'aria-hidden': 'true' });
  #watch;

  /**
   * @param options `fetch(offset, signal)` answers `{rows, total, exact?}`; `href(id)`; `belongs(row)`; `scroller`, the node that scrolls;
   *   `none()`, what stands where there is none
   */
  constructor(options) {
    this.#options = options;
    this.node = h('div', { class: 'list' }, this.#fresh, this.#place, h('footer', { class: 'list-foot' }, this.#count, this.#more), this.#sentinel);
    this.#watch = new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && this.#page(), {
      root: options.scroller,
      rootMargin: '600px',
    });
  }

  /** Loads from the start. What was shown stays, dimmed, until the new rows are there. */
  async load() {
    this.#watch.unobserve(this.#sentinel);
    this.#waiting.clear();
    this.#tellWaiting();
    if (this.#rows.size === 0) {
      this.#place.replaceChildren(loading());
    }
    this.#place.setAttribute('aria-busy', 'true');
    const answer = await this.#ask(0);
    if (answer === null) {
      return;
    }
    this.#rows.clear();
    this.#list.replaceChildren();
    this.#options.scroller.scrollTop = 0;
    this.#place.removeAttribute('aria-busy');
    this.#add(answer);
    say(t('history.found', { count: this.#total, total: this.#amount() }));
  }

  /** What came by itself. */
  live(row) {
    const mine = this.#options.belongs(row);
    if (this.#rows.has(row.id)) {
      this.#renew(row, mine);
    } else if (mine && this.#options.scroller.scrollTop <= NEAR_TOP) {
      this.#putOnTop(row);
      this.#total += 1;
      this.#tell();
    } else if (mine) {
      this.#waiting.set(row.id, row);
      this.#tellWaiting();
    }
  }

  /** Marks the row whose detail is shown. */
  choose(id) {
    this.#chosen = id === null ? null : String(id);
    for (const item of this.#list.children) {
      this.#mark(item);
    }
  }

  /** Puts the focus `step` rows on; answers the row's id, or null at the end. */
  move(step) {
    const items = [...this.#list.children];
    const at = items.findIndex((item) => item.contains(document.activeElement));
    const from = at >= 0 ? at : items.findIndex((item) => item.dataset.id === this.#chosen);
    const next = items[from < 0 ? 0 : from + step];
    next?.firstElementChild.focus();
    return next?.dataset.id ?? null;
  }

  focus(id) {
    this.#list.querySelector(`[data-id="${CSS.escape(id)}"] a`)?.focus({ preventScroll: true });
  }

  stop() {
    this.#running?.abort();
    this.#watch.disconnect();
  }

  async #page() {
    if (this.#rows.size < this.#total && this.#running === null) {
      const answer = await this.#ask(this.#rows.size);
      if (answer !== null) {
        this.#add(answer);
      }
    }
  }

  async #ask(offset) {
    this.#running?.abort();
    const mine = new AbortController();
    this.#running = mine;
    try {
      return await this.#options.fetch(offset, mine.signal);
    } catch (failure) {
      if (failure.name === 'AbortError') {
        return null;
      }
      this.#refused(failure, offset);
      if (!('kind' in failure)) {
        throw failure;
      }
      return null;
    } finally {
      if (this.#running === mine) {
        this.#running = null;
      }
    }
  }

  #refused(failure, offset) {
    this.#place.removeAttribute('aria-busy');
    if (offset === 0) {
      this.#rows.clear();
      this.#place.replaceChildren(failed(failure, () => this.load()));
      this.#count.textContent = '';
      this.#more.hidden = true;
    } else {
      this.#watch.unobserve(this.#sentinel); // the button is left
      say(t(`failed.${failure.kind ?? 'broken'}`), true);
    }
  }

  #add({ rows, total, exact = true }) {
    this.#total = total;
    this.#exact = exact;
    const full = rows.length > 0;
    for (const row of rows) {
      if (!this.#rows.has(row.id)) {
        this.#rows.set(row.id, row);
        this.#list.append(this.#item(row));
      }
    }
    if (!full) {
      this.#total = this.#rows.size; // rows went while we read
    }
    this.#tell();
    if (this.#rows.size < this.#total) {
      this.#watch.unobserve(this.#sentinel);
      this.#watch.observe(this.#sentinel);
    }
  }

  #tell() {
    this.#place.replaceChildren(this.#rows.size === 0 ? this.#options.none() : this.#list);
    this.#more.hidden = this.#rows.size >= this.#total;
    this.#count.textContent =
      this.#rows.size === 0 ? '' : t('history.count', { shown: number(this.#rows.size), total: this.#amount(), count: this.#total });
  }

  /** A server that stopped counting says so. */
  #amount() {
    return this.#exact ? number(this.#total) : t('history.atleast', { total: number(this.#total) });
  }

  #item(row) {
    const item = rowOf(row, this.#options.href(row.id));
    this.#mark(item);
    return item;
  }

  #mark(item) {
    const link = item.firstElementChild;
    if (item.dataset.id === this.#chosen) {
      link.setAttribute('aria-current', 'true');
    } else {
      link.removeAttribute('aria-current');
    }
  }

  #itemOf(id) {
    return this.#list.querySelector(`[data-id="${CSS.escape(String(id))}"]`);
  }

  /** A row that is shown changes in its place: whoever reads it must not lose it. */
  #renew(row, mine) {
    const before = this.#itemOf(row.id);
    const focused = before.contains(document.activeElement);
    if (!mine && this.#options.leaves) {
      this.#rows.delete(row.id);
      before.remove();
      this.#total -= 1;
      this.#tell();
      return;
    }
    this.#rows.set(row.id, row);
    const item = this.#item(row);
    item.classList.add('is-fresh');
    before.replaceWith(item);
    if (focused) {
      item.firstElementChild.focus({ preventScroll: true });
    }
  }

  #putOnTop(row) {
    const item = this.#item(row);
    item.classList.add('is-fresh');
    this.#rows.set(row.id, row);
    this.#list.prepend(item);
  }

  #showWaiting() {
    const rows = [...this.#waiting.values()];
    this.#waiting.clear();
    this.#total += rows.length;
    rows.forEach((row) => this.#putOnTop(row));
    this.#tell();
    this.#tellWaiting();
    this.#options.scroller.scrollTo({ top: 0, behavior: 'smooth' });
  }

  #tellWaiting() {
    const count = this.#waiting.size;
    this.#fresh.hidden = count === 0;
    this.#fresh.replaceChildren(icon('up', 18), t('history.fresh', { count }));
  }
}
