import { h } from '../signin/dom.js';
import { known, t } from '../signin/words.js';
import { clock, duration, exactly, isoDay, moment, money } from './format.js';
import { icon } from './icons.js';
import { thumbnail } from './picture.js';
import { kindIcon, kindName } from './plate.js';

/** One row of a list of vehicles: what was read, where it is, since when, what it paid. */

const STATUS_ICONS = { IN: 'in', OUT: 'out', TURNED_AWAY: 'away' };

/** Where the vehicle is: a sign and a word, never colour alone. */
export function statusPill(status) {
  return h('span', { class: 'status', 'data-status': status }, icon(STATUS_ICONS[status] ?? 'warn', 18), known(`status.${status}`, status));
}

/** Seconds inside: as told, or until now for one that is inside. */
export function stayed(row) {
  if (row.status === 'IN' && row.entry_time) {
    return Math.max(0, (Date.now() - Date.parse(row.entry_time)) / 1000);
  }
  return row.duration_seconds ?? null;
}

/** "09:41 → 11:02", or one of both. */
export function times(row) {
  if (row.entry_time && row.exit_time) {
    const same = isoDay(row.entry_time) === isoDay(row.exit_time);
    return `${moment(row.entry_time)} → ${same ? clock(row.exit_time) : moment(row.exit_time)}`;
  }
  if (row.exit_time) {
    return `→ ${moment(row.exit_time)}`;
  }
  return row.entry_time ? moment(row.entry_time) : '';
}

const cameras = (row) => [...new Set([row.entry_camera_name, row.exit_camera_name].filter(Boolean))].join(' → ');

/** All of a row in one sentence, for whoever listens. */
function sentence(row) {
  const parts = [row.plate_view, kindName(row.vehicle_kind), known(`status.${row.status}`, row.status)];
  if (row.entry_time) {
    parts.push(`${t('entry')} ${moment(row.entry_time)}`);
  }
  if (row.exit_time) {
    parts.push(`${t('exit')} ${moment(row.exit_time)}`);
  }
  if (row.status === 'OUT') {
    parts.push(money(row.fee));
  }
  return parts.join(', ');
}

/** A row as a link to its detail. */
export function rowOf(row, href) {
  const seconds = stayed(row);
  const when = row.exit_time ?? row.entry_time;
  return h(
    'li',
    { 'data-id': row.id },
    h(
      'a',
      { class: 'row', href, 'aria-label': sentence(row), 'data-status': row.status },
      thumbnail(row),
      h(
        'span',
        { class: 'row-plate' },
        h('b', null, row.plate_view),
        h('span', { class: 'row-kind' }, icon(kindIcon(row.vehicle_kind), 18), kindName(row.vehicle_kind)),
      ),
      statusPill(row.status),
      h('time', { class: 'row-time', datetime: when ?? '', title: when ? exactly(when) : '' }, times(row)),
      h('span', { class: 'row-camera' }, cameras(row)),
      h('span', { class: 'row-stay' }, seconds === null ? '' : duration(seconds)),
      h('span', { class: 'row-fee' }, row.status === 'OUT' ? money(row.fee) : ''),
      row.corrected ? h('span', { class: 'row-mark', title: t('corrected') }, icon('edit', 16), h('span', null, t('corrected'))) : null,
    ),
  );
}
