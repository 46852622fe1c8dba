import { h } from '../signin/dom.js';
import { get, withQuery } from '../signin/http.js';
import { t } from '../signin/words.js';
import { chart } from './charts.js';
import { dayName, isoDay, money, number, plusDays, shortMoney } from './format.js';
import { icon } from './icons.js';
import { simplePage } from './page.js';
import { kindName } from './plate.js';
import { hashOf, stay } from './route.js';

/** The site in numbers: today at a glance, then the hours and the days of a period. */

const PERIODS = { today: 0, week: 6, month: 29 };

const daysOf = (period) => {
  const today = isoDay();
  return { from: plusDays(today, -(PERIODS[period] ?? 0)), to: today };
};

function tile(name, words, value, more = '') {
  return h('div', { class: 'tile' }, icon(name, 22), h('b', null, value), h('span', null, words), more ? h('small', null, more) : null);
}

function tiles(stats) {
  const kinds = Object.entries(stats.by_kind)
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => `${kindName(kind)} ${number(count)}`);
  return h(
    'div',
    { class: 'tiles' },
    tile('inside', t('inside.all'), number(stats.vehicles_in_parking), kinds.join(' · ')),
    tile('in', t('figures.entries.today'), number(stats.entries_today)),
    tile('out', t('figures.exits.today'), number(stats.exits_today)),
    stats.revenue_today === null ? null : tile('chart', t('figures.revenue.today'), money(stats.revenue_today)),
  );
}

const moves = (rows) => [
  { name: t('figures.entries'), colour: 'in', values: rows.map((row) => row.entries) },
  { name: t('figures.exits'), colour: 'out', values: rows.map((row) => row.exits) },
];
const revenue = (rows) => [{ name: t('figures.revenue'), colour: 'money', values: rows.map((row) => row.revenue) }];

function byHour(rows) {
  const labels = rows.map((row) => String(row.hour).padStart(2, '0'));
  const shared = { labels, names: labels.map((hour) => `${hour}:00`), column: t('figures.hour'), said: number };
  const inside = rows.map((row) => row.inside);
  return [
    chart({ ...shared, title: t('figures.inside.hour'), shape: 'area', series: [{ name: t('figures.inside'), colour: 'inside', values: inside }] }),
    chart({ ...shared, title: t('figures.moves.hour'), shape: 'bars', series: moves(rows) }),
    chart({ ...shared, title: t('figures.revenue.hour'), shape: 'bars', series: revenue(rows), said: money, short: shortMoney }),
  ];
}

function byDay(rows) {
  const days = rows.map((row) => row.day);
  const shared = { labels: days.map((day) => dayName(day)), names: days.map((day) => dayName(day, true)), column: t('figures.day'), shape: 'bars', said: number };
  return [
    chart({ ...shared, title: t('figures.moves.day'), series: moves(rows) }),
    chart({ ...shared, title: t('figures.revenue.day'), series: revenue(rows), said: money, short: shortMoney }),
  ];
}

export function figuresPage(context) {
  const chips = Object.keys(PERIODS).map((period) =>
    h('button', { class: 'chip', type: 'button', role: 'radio', 'data-period': period, onclick: () => stay(hashOf('figures', null, { period })) }, t(`period.${period}`)),
  );
  const tools = h('div', { class: 'statuses', role: 'radiogroup', 'aria-label': t('history.period') }, chips);
  const page = simplePage(context, {
    title: () => t('figures.title'),
    class: 'figures',
    tools,
    load(route, signal) {
      const period = route.query.get('period') ?? 'today';
      for (const chip of chips) {
        chip.setAttribute('aria-checked', String(chip.dataset.period === period));
      }
      return get(withQuery('/api/stats', daysOf(period)), signal);
    },
    show(stats) {
      const days = stats.by_day;
      return [tiles(stats), h('div', { class: 'charts' }, days.length > 1 ? byDay(days) : [], byHour(stats.by_hour))];
    },
    every: 60_000,
  });
  return page;
}
