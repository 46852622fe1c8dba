import { h, typing } from '../signin/dom.js';
import { get, withQuery } from '../signin/http.js';
import { t } from '../signin/words.js';
import { detailPanel } from './detail.js';
import { belongs, choicesOf, filterBar, sameChoices } from './filters.js';
import { icon } from './icons.js';
import { go, hashOf, stay } from './route.js';
import { seesFigures } from './shell.js';
import { empty } from './states.js';
import { VehicleList } from './vehiclelist.js';

/** The history: every stay, the newest first, found while one types, with its pictures beside it. */

const PAGE = 50;

export function historyPage(context) {
  let choices = null;
  const csv = h('a', { class: 'button', download: '' }, icon('save', 18), 'CSV');
  const pdf = h('a', { class: 'button', download: '' }, icon('save', 18), 'PDF');
  const exports = h('div', { class: 'exports', role: 'group', 'aria-label': t('history.export') }, csv, pdf);
  const bar = filterBar((next) => stay(hashOf('history', detail.id, next)), seesFigures(context.session) ? exports : null);
  const scroller = h('div', { class: 'scroller' });
  const list = new VehicleList({
    scroller,
    fetch: async (offset, signal) => {
      const answer = await get(withQuery('/api/parking/history', { ...choices, limit: PAGE, offset }), signal);
      return { rows: answer.history, total: answer.total, exact: answer.total_exact };
    },
    href: (id) => hashOf('history', id, choices),
    belongs: (row) => belongs(row, choices),
    none: () =>
      Object.keys(choices).length === 0
        ? empty(t('history.none'), t('history.none.hint'))
        : empty(t('history.nothing'), t('history.nothing.hint'), clearButton()),
  });
  const clearButton = () => h('button', { class: 'button', type: 'button', onclick: () => stay(hashOf('history')) }, t('history.clear'));
  const closeDetail = () => {
    const { id } = detail;
    go(hashOf('history', null, choices));
    list.focus(id);
  };
  const detail = detailPanel(closeDetail);
  scroller.append(
    h('div', { class: 'list-head' }, h('h1', { class: 'unseen' }, t('history.title')), bar.node),
    list.node,
  );
  const node = h('div', { class: 'history' }, h('section', { class: 'card list-card', 'aria-label': t('history.title') }, scroller), detail.node);

  const live = (event) => {
    list.live(event.detail);
    if (String(event.detail.id) === detail.id) {
      detail.refresh();
    }
  };
  // What came while the line was cut may be more than the stream tells again.
  const state = (event) => event.detail.state === 'open' && event.detail.before === 'cut' && scroller.scrollTop < 40 && list.load();
  context.live.addEventListener('vehicle', live);
  context.live.addEventListener('state', state);
  get('/api/cameras')
    .then((answer) => bar.cameras(answer.cameras))
    .catch(() => bar.cameras([])); // the list itself tells what is wrong

  function key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) {
      return;
    }
    if (event.key === '/' && !typing(event.target)) {
      event.preventDefault();
      bar.search.focus();
      bar.search.select();
    } else if (event.key === 'Escape') {
      escape(event);
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && (!typing(event.target) || event.target === bar.search)) {
      event.preventDefault();
      const id = list.move(event.key === 'ArrowDown' ? 1 : -1);
      if (id !== null && detail.id !== null) {
        stay(hashOf('history', id, choices));
      }
    }
  }

  function escape(event) {
    if (event.target === bar.search && bar.search.value !== '') {
      event.preventDefault();
      bar.search.value = '';
      bar.search.blur();
      stay(hashOf('history', detail.id, { ...choices, search: '' }));
    } else if (detail.id !== null) {
      closeDetail();
    } else if (event.target === bar.search) {
      bar.search.blur();
    }
  }
  document.addEventListener('keydown', key);

  return {
    node,
    title: () => t('history.title'),
    update(route) {
      const next = choicesOf(route.query);
      if (choices === null || !sameChoices(choices, next)) {
        choices = next;
        bar.choose(next);
        csv.href = withQuery('/api/export/history.csv', next);
        pdf.href = withQuery('/api/export/history.pdf', next);
        list.load();
      }
      detail.show(route.item);
      list.choose(route.item);
      node.dataset.open = String(route.item !== null);
    },
    close() {
      document.removeEventListener('keydown', key);
      context.live.removeEventListener('vehicle', live);
      context.live.removeEventListener('state', state);
      bar.stop();
      list.stop();
      detail.stop();
    },
  };
}
