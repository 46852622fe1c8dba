import { h } from '../signin/dom.js';
import { known, t } from '../signin/words.js';

/** Two lines as on the metal of a motorbike: 59P1-684.80 is 59-P1 above 684.80. */
function lines(view, kind) {
  const cut = view.lastIndexOf('-');
  if (kind !== 'MOTORBIKE' || cut < 1) {
    return [view];
  }
  return [view.slice(0, cut).replace(/^(\d{2})(?=\p{L})/u, '$1-'), view.slice(cut + 1)];
}

/** A plate drawn as a plate. */
export function plate(row) {
  const shown = lines(row.plate_view, row.vehicle_kind);
  const kind = shown.length > 1 ? 'plate plate-two' : 'plate';
  return h(
    'span',
    { class: kind, role: 'img', 'aria-label': t('plate.named', { plate: row.plate_view }), 'data-colour': row.plate_colour ?? 'WHITE' },
    shown.map((line) => h('span', { 'aria-hidden': 'true' }, line)),
  );
}

const KIND_ICONS = { MOTORBIKE: 'motorbike', CAR: 'car', TRUCK: 'truck', BICYCLE: 'bicycle' };

export const kindIcon = (kind) => KIND_ICONS[kind] ?? 'car';
export const kindName = (kind) => known(`kind.${kind}`, t('kind.UNKNOWN'));
