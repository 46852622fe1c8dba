import { h } from '../signin/dom.js';
import { get } from '../signin/http.js';
import { known, t } from '../signin/words.js';
import { clock, duration, exactly, fullDay, money, percent } from './format.js';
import { icon } from './icons.js';
import { lightbox } from './lightbox.js';
import { noPicture, picture, pictureOf, sidesOf } from './picture.js';
import { kindName, plate } from './plate.js';
import { statusPill, stayed } from './row.js';
import { loader } from './states.js';

/** One stay: both pictures side by side, what was read and decided, what was corrected. */

function facts(entries) {
  const told = entries.filter(([, value]) => value !== null && value !== undefined && value !== '');
  return h('dl', { class: 'facts' }, told.map(([name, value]) => h('div', null, h('dt', null, name), h('dd', null, value))));
}

const source = (name) => known(`source.${String(name).toLowerCase()}`, name ?? '');

function readBy(row, side) {
  const how = row[`${side}_source`];
  const sure = row[`${side}_confidence`];
  return [how ? source(how) : '', typeof sure === 'number' && how !== 'manual' ? percent(sure) : ''].filter(Boolean).join(' · ');
}

function side(row, name, pictures) {
  const has = row[`has_${name}_image`];
  const label = t(`picture.${name}`, { plate: row.plate_view });
  const missing = () => h('span', { class: 'photo photo-none' }, noPicture(), h('span', { 'aria-hidden': 'true' }, t('picture.none')));
  let photo = missing();
  if (has) {
    const image = picture(pictureOf(row, name, 'full'), label, {}, missing);
    const open = () => lightbox(pictures, pictures.findIndex((one) => one.side === name && one.size === 'full'));
    photo = h('button', { class: 'photo', type: 'button', 'aria-label': t('picture.enlarge', { picture: label }), onclick: open }, image);
    image.addEventListener('error', () => photo.replaceWith(missing()));
  }
  const time = row[`${name}_time`];
  return h(
    'figure',
    { class: 'side', 'data-side': name },
    h('figcaption', null, icon(name === 'entry' ? 'in' : 'out', 18), t(name)),
    photo,
    h(
      'p',
      { class: 'side-facts' },
      time ? [h('b', null, clock(time, true)), h('span', null, fullDay(time))] : h('b', null, t('detail.unknown')),
      h('span', null, row[`${name}_camera_name`] ?? ''),
      h('span', null, readBy(row, name)),
    ),
  );
}

function allPictures(row) {
  return sidesOf(row).flatMap((name) =>
    ['full', 'crop'].map((size) => ({
      side: name,
      size,
      src: pictureOf(row, name, size),
      label: t(size === 'full' ? `picture.${name}` : `picture.${name}.crop`, { plate: row.plate_view }),
    })),
  );
}

function corrections(list) {
  if (!list?.length) {
    return null;
  }
  const item = (one) =>
    h(
      'li',
      null,
      h('b', null, `${one.plate_before} → ${one.plate_view}`),
      h('span', null, t('detail.by', { who: one.corrected_by, when: exactly(one.corrected_at) })),
    );
  return h('section', null, h('h2', null, t('detail.corrections')), h('ol', { class: 'trail' }, list.map(item)));
}

function passages(list) {
  if (!list?.length) {
    return null;
  }
  const item = (one) => {
    const told = one.data;
    const parts = [
      told.read_text ? t('detail.machine', { text: told.read_text }) : '',
      told.decided_by ? t('detail.guard', { who: told.decided_by }) : '',
      told.outcome ? known(`outcome.${told.outcome}`, told.outcome) : '',
      told.reason ?? '',
    ];
    const name = t(one.direction === 'OUT' ? 'exit' : 'entry');
    return h('li', null, h('b', null, `${name} · ${exactly(one.captured_at)}`), h('span', null, parts.filter(Boolean).join(' · ')));
  };
  return h('section', null, h('h2', null, t('detail.passages')), h('ol', { class: 'trail' }, list.map(item)));
}

function paidOf(row) {
  if (row.status !== 'OUT') {
    return [];
  }
  const short = row.paid !== undefined && row.paid !== row.fee;
  return [
    [t('detail.fee'), h('b', { class: 'fee' }, money(row.fee))],
    [t('detail.paid'), short ? money(row.paid) : null],
    [t('detail.settled'), row.settled_by],
    [t('detail.reason'), row.reason],
    [t('detail.method'), row.method ? known(`method.${row.method}`, row.method) : null],
  ];
}

function shown(answer) {
  const row = answer.vehicle;
  const pictures = allPictures(row);
  const seconds = stayed(row);
  const parts = [
    h('div', { class: 'detail-plate' }, plate(row), statusPill(row.status)),
    h('div', { class: 'sides' }, side(row, 'entry', pictures), row.status === 'IN' ? waiting() : side(row, 'exit', pictures)),
    facts([
      [t('detail.kind'), kindName(row.vehicle_kind)],
      [t('detail.stay'), seconds === null ? null : duration(seconds)],
      ...paidOf(row),
      [t('detail.ending'), row.ending && row.ending !== 'LEFT' ? known(`ending.${row.ending}`, row.ending) : null],
    ]),
    corrections(answer.corrections),
    passages(answer.passages),
  ];
  return parts.filter(Boolean);
}

function waiting() {
  return h(
    'figure',
    { class: 'side', 'data-side': 'exit' },
    h('figcaption', null, icon('out', 18), t('exit')),
    h('span', { class: 'photo photo-none' }, icon('inside', 32), h('span', null, t('detail.inside'))),
  );
}

/** The panel of one row; `show(id)` fills it, `refresh()` looks again without a flicker. */
export function detailPanel(close) {
  const content = h('div', { class: 'detail-content' });
  const title = h('h2', { class: 'unseen', tabindex: '-1' }, t('detail.title'));
  const back = h('button', { class: 'quiet detail-close', type: 'button', 'aria-label': t('detail.close'), onclick: close }, icon('close'));
  const node = h('section', { class: 'detail card', 'aria-label': t('detail.title'), hidden: true }, title, back, content);
  let id = null;
  const load = loader(content, (signal) => get(`/api/parking/history/${encodeURIComponent(id)}`, signal), shown, 'detail');
  return {
    node,
    show(next) {
      node.hidden = next === null;
      if (next !== id) {
        id = next;
        load.stop();
        content.replaceChildren();
        content.scrollTop = 0;
        if (id !== null) {
          load();
        }
      }
    },
    refresh: () => id !== null && load(true),
    stop: () => load.stop(),
    get id() {
      return id;
    },
  };
}
