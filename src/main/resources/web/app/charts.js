import { h, s } from '../signin/dom.js';
import { t } from '../signin/words.js';

/**
 * Charts in SVG. Each can be heard as well as seen: arrow keys go from value to value, and a table holds the same numbers.
 * Colours come from the style sheet by the series' `colour`.
 */

const WIDTH = 720;
const HEIGHT = 240;
const LEFT = 66;
const BOTTOM = 32;
const TOP = 12;

/** The least "round" number of 1, 2, 2.5, 5 times ten that four steps of reach `most`. */
function stepFor(most) {
  const rough = Math.max(most, 1) / 4;
  const ten = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * ten).find((one) => one >= rough);
  return most <= 4 ? 1 : step;
}

class Frame {
  constructor(labels, series) {
    const most = Math.max(0, ...series.flatMap((one) => one.values));
    this.step = stepFor(most);
    this.top = Math.max(this.step, Math.ceil(most / this.step) * this.step);
    this.count = labels.length;
    this.slot = (WIDTH - LEFT) / Math.max(1, this.count);
  }

  x(index) {
    return LEFT + (index + 0.5) * this.slot;
  }

  y(value) {
    return TOP + (HEIGHT - TOP - BOTTOM) * (1 - value / this.top);
  }

  grid(said) {
    const lines = [];
    for (let value = 0; value <= this.top + this.step / 2; value += this.step) {
      const y = this.y(value);
      lines.push(
        s('line', { class: value === 0 ? 'axis' : 'grid', x1: LEFT, x2: WIDTH, y1: y, y2: y }),
        s('text', { class: 'tick', x: LEFT - 8, y: y + 5, 'text-anchor': 'end' }, said(value)),
      );
    }
    return lines;
  }

  labels(labels) {
    const every = Math.ceil(this.count / (labels.some((label) => label.length > 2) ? 8 : 12));
    return labels.map((label, index) => (index % every === 0 ? s('text', { class: 'tick', x: this.x(index), y: HEIGHT - 8, 'text-anchor': 'middle' }, label) : null));
  }
}

function bars(frame, series) {
  const width = Math.min(34, (frame.slot * 0.72) / series.length);
  const radius = Math.min(3, width / 3);
  return series.flatMap((one, place) =>
    one.values.map((value, index) => {
      const x = frame.x(index) + (place - series.length / 2) * width;
      const y = frame.y(value);
      const height = frame.y(0) - y;
      const round = Math.min(radius, height);
      const d = `M${x + 1} ${y + height}V${y + round}q0 ${-round} ${round} ${-round}H${x + width - 1 - round}q${round} 0 ${round} ${round}V${y + height}z`;
      return value > 0 ? s('path', { class: 'series', 'data-colour': one.colour, d }) : null;
    }),
  );
}

function area(frame, series) {
  return series.flatMap((one) => {
    const points = one.values.map((value, index) => `${frame.x(index)} ${frame.y(value)}`);
    const line = `M${points.join('L')}`;
    const shut = `${line}L${frame.x(one.values.length - 1)} ${frame.y(0)}L${frame.x(0)} ${frame.y(0)}z`;
    return points.length === 0 ? [] : [s('path', { class: 'series area', 'data-colour': one.colour, d: shut }), s('path', { class: 'line', 'data-colour': one.colour, d: line })];
  });
}

/**
 * @param options `{title, labels, names?, series: [{name, colour, values}], shape: 'bars'|'area', said(value), short?(value), column}`;
 *   `names` are the labels in full, `column` heads them in the table
 */
export function chart(options) {
  const { title, labels, names = labels, series, said, short = said } = options;
  const frame = new Frame(labels, series);
  const marker = s('rect', { class: 'marker', y: TOP, width: frame.slot, height: HEIGHT - TOP - BOTTOM, visibility: 'hidden' });
  const drawn = (options.shape === 'area' ? area : bars)(frame, series).filter(Boolean);
  const drawing = s(
    'svg',
    { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, 'aria-hidden': 'true', focusable: 'false' },
    frame.grid(short),
    marker,
    drawn,
    frame.labels(labels),
  );
  const told = h('p', { class: 'chart-told', 'aria-live': 'polite' });
  const stage = h('div', { class: 'chart-stage', tabindex: '0', role: 'group', 'aria-label': t('chart.hint', { title }) }, drawing);
  const overview = h(
    'span',
    { class: 'legend' },
    series.map((one) => h('span', null, h('i', { class: 'swatch', 'data-colour': one.colour, 'aria-hidden': 'true' }), one.name)),
  );
  let at = -1;

  function tell(index) {
    at = index;
    marker.setAttribute('visibility', index < 0 ? 'hidden' : 'visible');
    if (index < 0) {
      told.replaceChildren(overview);
    } else {
      marker.setAttribute('x', LEFT + index * frame.slot);
      told.replaceChildren(
        h('b', null, names[index]),
        ...series.map((one) => h('span', null, h('i', { class: 'swatch', 'data-colour': one.colour, 'aria-hidden': 'true' }), `${one.name}: ${said(one.values[index])}`)),
      );
    }
  }

  stage.addEventListener('pointermove', (event) => {
    const box = drawing.getBoundingClientRect();
    const index = Math.floor((((event.clientX - box.left) / box.width) * WIDTH - LEFT) / frame.slot);
    const next = index >= 0 && index < frame.count ? index : -1;
    if (next !== at) {
      tell(next);
    }
  });
  stage.addEventListener('pointerleave', () => tell(-1));
  stage.addEventListener('blur', () => tell(-1));
  stage.addEventListener('keydown', (event) => {
    const to = { ArrowRight: at + 1, ArrowLeft: at < 0 ? frame.count - 1 : at - 1, Home: 0, End: frame.count - 1 }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      tell(Math.min(frame.count - 1, Math.max(0, to)));
    } else if (event.key === 'Escape') {
      tell(-1);
    }
  });
  tell(-1);
  return h('figure', { class: 'chart card-inner' }, h('figcaption', null, h('h2', null, title), told), stage, numbers(options, names));
}

function numbers({ title, column, series, said }, names) {
  return h(
    'details',
    { class: 'chart-numbers' },
    h('summary', null, t('chart.numbers')),
    h(
      'table',
      { class: 'table' },
      h('caption', { class: 'unseen' }, title),
      h('thead', null, h('tr', null, h('th', { scope: 'col' }, column), series.map((one) => h('th', { scope: 'col', class: 'is-number' }, one.name)))),
      h(
        'tbody',
        null,
        names.map((name, index) => h('tr', null, h('th', { scope: 'row' }, name), series.map((one) => h('td', { class: 'is-number' }, said(one.values[index]))))),
      ),
    ),
  );
}
