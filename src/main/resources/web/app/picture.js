import { h } from '../signin/dom.js';
import { t } from '../signin/words.js';
import { icon } from './icons.js';

/** The address of a row's picture, which never changes with `v`; `size` is 'full', 'crop' or 'thumb'. */
export function pictureOf(row, side, size) {
  const etag = row[`${side}_image`];
  return `/api/plate-image/${row.id}?side=${side}&size=${size}${etag ? `&v=${etag}` : ''}`;
}

/** The sides a row has a picture of, 'entry' before 'exit'. */
export function sidesOf(row) {
  return ['entry', 'exit'].filter((side) => row[`has_${side}_image`]);
}

/** In the place of a picture that is not there, not there any more, or broken. */
export function noPicture(text = t('picture.none')) {
  return h('span', { class: 'nopicture', role: 'img', 'aria-label': text, title: text }, icon('nopicture', 26));
}

/** A picture that is fetched when it comes near the screen; `wide` where its words have room when it is missing. */
export function picture(src, alt, properties = {}, missing = noPicture) {
  const image = h('img', { alt, loading: 'lazy', decoding: 'async', draggable: 'false', ...properties });
  image.addEventListener('error', () => image.replaceWith(missing()), { once: true });
  image.src = src;
  return image;
}

/** What a list shows of a row: the entry, where there is one. */
export function thumbnail(row) {
  const [side] = sidesOf(row);
  const content = side === undefined ? noPicture() : picture(pictureOf(row, side, 'thumb'), '', { width: 96, height: 64 });
  return h('span', { class: 'thumb' }, content);
}
