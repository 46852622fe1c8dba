import { debounced, h, typing } from '../signin/dom.js';
import { get } from '../signin/http.js';
import { t } from '../signin/words.js';
import { detailPanel } from './detail.js';
import { folded } from './filters.js';
import { number } from './format.js';
import { icon } from './icons.js';
import { kindIcon, kindName } from './plate.js';
import { go, hashOf, stay } from './route.js';
import { empty } from './states.js';
import { VehicleList } from './vehiclelist.js';

/** Vehicles inside: how many of each kind, and each one. */

const KINDS = ['MOTORBIKE', 'CAR', 'TRUCK', 'BICYCLE'];

export function insidePage(context) {
  let query = '';
  let rows = [];
  let started = false;
  const scroller = h('div', { class: 'scroller' });
  const tiles = h('div', { class: 'tiles' });
  const search = h('input', { class: 'input', type: 'search', placeholder: t('history.search'), 'aria-label': t('history.search'), 'aria-keyshortcuts': '/', autocomplete: 'off', spellcheck: 'false' });
  const matches = (row) => row.status === 'IN' && folded(row.plate_id ?? row.plate_view).includes(folded(query));
  const list = new VehicleList({
    scroller,
    leaves: true,
    fetch: async (offset, signal) => {
      if (offset === 0) {
        rows = (await get('/api/parking/state', signal)).vehicles_in_parking;
        count();
      }
      const found = rows.filter(matches);
      return { rows: found.slice(offset, offset + 100), total: found.length };
    },
    href: (id) => hashOf('inside', id, { search: query }),
    belongs: matches,
    none: () => (query === '' ? empty(t('inside.none'), t('inside.none.hint')) : empty(t('history.nothing'), t('history.nothing.hint'))),
  });
  const close = () => {
    const { id } = detail;
    go(hashOf('inside', null, { search: query }));
    list.focus(id);
  };
  const detail = detailPanel(close);
  const typed = debounced(120, () => stay(hashOf('inside', detail.id, { search: search.value.trim() })));
  search.addEventListener('input', typed);
  scroller.append(
    h('div', { class: 'list-head' }, h('h1', { class: 'unseen' }, t('inside.title')), tiles, h('div', { class: 'search-box', role: 'search' }, icon('search'), search, h('kbd', { 'aria-hidden': 'true' }, '/'))),
    list.node,
  );
  const node = h('div', { class: 'history' }, h('section', { class: 'card list-card', 'aria-label': t('inside.title') }, scroller), detail.node);

  function count() {
    const tile = (name, words, amount) => h('div', { class: 'tile' }, icon(name, 22), h('b', null, number(amount)), h('span', null, words));
    const kinds = KINDS.map((kind) => [kind, rows.filter((row) => row.vehicle_kind === kind).length]).filter(([, amount]) => amount > 0);
    tiles.replaceChildren(tile('inside', t('inside.all'), rows.length), ...kinds.map(([kind, amount]) => tile(kindIcon(kind), kindName(kind), amount)));
  }

  const live = ({ detail: row }) => {
    rows = rows.filter((one) => one.id !== row.id);
    if (row.status === 'IN') {
      rows.unshift(row);
    }
    count();
    list.live(row);
    if (String(row.id) === detail.id) {
      detail.refresh();
    }
  };
  context.live.addEventListener('vehicle', live);

  function key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) {
      return;
    }
    if (event.key === '/' && !typing(event.target)) {
      event.preventDefault();
      search.focus();
    } else if (event.key === 'Escape' && detail.id !== null) {
      close();
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && (!typing(event.target) || event.target === search)) {
      event.preventDefault();
      const id = list.move(event.key === 'ArrowDown' ? 1 : -1);
      if (id !== null && detail.id !== null) {
        stay(hashOf('inside', id, { search: query }));
      }
    }
  }
  document.addEventListener('keydown', key);

  return {
    node,
    title: () => t('inside.title'),
    update(route) {
      const next = route.query.get('search') ?? '';
      if (!started || next !== query) {
        started = true;
        query = next;
        if (document.activeElement !== search) {
          search.value = next;
        }
        list.load();
      }
      detail.show(route.item);
      list.choose(route.item);
      node.dataset.open = String(route.item !== null);
    },
    close() {
      document.removeEventListener('keydown', key);
      context.live.removeEventListener('vehicle', live);
      typed.cancel();
      list.stop();
      detail.stop();
    },
  };
}
