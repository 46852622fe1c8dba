import { h } from '../signin/dom.js';
import { loader } from './states.js';

/**
 * A page that shows one answer: a title with buttons, and what the answer says below.
 *
 * @param options `{title(), tools?, load(route, signal), show(answer), kind?, live?: {type: handler}, every?: ms}`
 */
export function simplePage(context, options) {
  let route = null;
  const place = h('div', { class: 'page-body' });
  const load = loader(place, (signal) => options.load(route, signal), options.show, options.kind ?? 'card');
  const head = h('div', { class: 'page-head' }, h('h1', null, options.title()), options.tools ?? []);
  const node = h('section', { class: `card page ${options.class ?? ''}`, 'aria-label': options.title() }, h('div', { class: 'scroller' }, head, options.head ?? [], place));
  const listeners = Object.entries(options.live ?? {}).map(([type, handle]) => {
    const listener = (event) => handle(event.detail, reload);
    context.live.addEventListener(type, listener);
    return () => context.live.removeEventListener(type, listener);
  });
  const reload = () => load(true);
  // Times such as "12 seconds ago" grow old while one looks at them.
  const timer = options.every ? setInterval(() => document.hidden || reload(), options.every) : 0;
  return {
    node,
    reload,
    title: options.title,
    update(next) {
      const first = route === null;
      route = next;
      load(!first);
    },
    close() {
      clearInterval(timer);
      listeners.forEach((remove) => remove());
      load.stop();
    },
  };
}

/** A table that becomes one card a row on a phone; each cell carries its column's name. */
export function table(caption, columns, rows) {
  return h(
    'div',
    { class: 'table-place' },
    h(
      'table',
      { class: 'table' },
      h('caption', { class: 'unseen' }, caption),
      h('thead', null, h('tr', null, columns.map((column) => h('th', { scope: 'col', class: column.number ? 'is-number' : null }, column.name)))),
      h(
        'tbody',
        null,
        rows.map((row) =>
          h(
            'tr',
            null,
            columns.map((column) => h('td', { 'data-name': column.name, class: column.number ? 'is-number' : null }, column.cell(row))),
          ),
        ),
      ),
    ),
  );
}
