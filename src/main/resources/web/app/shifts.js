import { h } from '../signin/dom.js';
import { get } from '../signin/http.js';
import { t } from '../signin/words.js';
import { clock, duration, exactly, money, moment, number } from './format.js';
import { icon } from './icons.js';
import { simplePage, table } from './page.js';
import { empty } from './states.js';

/** The shifts that ended: who, how long, what was taken and what was counted. */

function difference(shift) {
  const off = shift.difference;
  if (off === null) {
    return t('shifts.uncounted');
  }
  if (off === 0) {
    return h('span', { class: 'badge', 'data-good': 'true' }, icon('check', 16), t('shifts.right'));
  }
  return h('span', { class: 'badge', 'data-good': 'false' }, icon('warn', 16), `${off > 0 ? '+' : '−'}${money(Math.abs(off))}`);
}

function times(shift) {
  return h('time', { datetime: shift.began_at, title: `${exactly(shift.began_at)} – ${exactly(shift.ended_at)}` }, `${moment(shift.began_at)} → ${clock(shift.ended_at)}`);
}

const columns = () => [
  { name: t('shifts.guard'), cell: (shift) => h('b', null, shift.guard) },
  { name: t('shifts.gate'), cell: (shift) => shift.gate },
  { name: t('shifts.time'), cell: times },
  { name: t('shifts.length'), cell: (shift) => duration((Date.parse(shift.ended_at) - Date.parse(shift.began_at)) / 1000) },
  { name: t('shifts.in'), number: true, cell: (shift) => number(shift.data.vehicles_in) },
  { name: t('shifts.out'), number: true, cell: (shift) => number(shift.data.vehicles_out) },
  { name: t('shifts.cash'), number: true, cell: (shift) => money(shift.cash) },
  { name: t('shifts.counted'), number: true, cell: (shift) => (shift.counted === null ? '–' : money(shift.counted)) },
  { name: t('shifts.difference'), number: true, cell: difference },
  { name: t('shifts.remark'), cell: (shift) => shift.data.remark ?? '' },
];

export function shiftsPage(context) {
  return simplePage(context, {
    title: () => t('shifts.title'),
    load: (route, signal) => get('/api/shifts', signal),
    show: (answer) => (answer.shifts.length === 0 ? empty(t('shifts.none'), t('shifts.none.hint')) : table(t('shifts.title'), columns(), answer.shifts)),
    kind: 'row',
  });
}
