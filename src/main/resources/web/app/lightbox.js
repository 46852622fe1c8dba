import { h } from '../signin/dom.js';
import { t } from '../signin/words.js';
import { number } from './format.js';
import { icon } from './icons.js';
import { noPicture } from './picture.js';
import { Zoom } from './zoom.js';

/** Pictures over everything: + and − or the wheel zoom, dragging and arrows move, Esc closes. */

const STEP = 1.5;

/** @param pictures `[{src, label}]` */
export function lightbox(pictures, first = 0) {
  let shown = first;
  let zoom = null;
  const stage = h('div', { class: 'stage', tabindex: '0', role: 'group' });
  const title = h('h2', { 'aria-live': 'polite' });
  const scale = h('output', { class: 'scale', 'aria-label': t('zoom.scale') });
  const tool = (name, words, action) => h('button', { type: 'button', class: 'quiet', 'aria-label': words, title: words, onclick: action }, icon(name));
  const step = (by) => show((shown + by + pictures.length) % pictures.length);
  const turn = pictures.length > 1;
  const node = h(
    'dialog',
    { class: 'lightbox', 'aria-label': t('picture.large'), onclose: () => node.remove() },
    h(
      'header',
      null,
      title,
      scale,
      tool('minus', t('zoom.out'), () => zoom?.by(1 / STEP)),
      tool('plus', t('zoom.in'), () => zoom?.by(STEP)),
      tool('fit', t('zoom.fit'), () => zoom?.fit()),
      tool('close', t('close'), () => node.close()),
    ),
    stage,
    turn ? h('nav', null, tool('back', t('picture.before'), () => step(-1)), tool('forward', t('picture.next'), () => step(1))) : null,
  );

  function show(index) {
    shown = index;
    const { src, label } = pictures[index];
    title.textContent = turn ? `${label} · ${index + 1}/${pictures.length}` : label;
    const image = h('img', { alt: label, draggable: 'false' });
    zoom = new Zoom(stage, image, (factor) => {
      scale.textContent = `${number(factor * 100)} %`;
    });
    image.addEventListener('error', () => {
      zoom = null;
      scale.textContent = '';
      stage.replaceChildren(noPicture(t('picture.none')), h('p', null, t('picture.none')));
    });
    image.src = src;
    stage.replaceChildren(image);
  }

  const keys = {
    '+': () => zoom?.by(STEP),
    '=': () => zoom?.by(STEP),
    '-': () => zoom?.by(1 / STEP),
    0: () => zoom?.fit(),
    ArrowLeft: () => (zoom?.zoomed ? zoom.move(80, 0) : turn && step(-1)),
    ArrowRight: () => (zoom?.zoomed ? zoom.move(-80, 0) : turn && step(1)),
    ArrowUp: () => zoom?.move(0, 80),
    ArrowDown: () => zoom?.move(0, -80),
  };
  node.addEventListener('keydown', (event) => {
    if (!event.ctrlKey && !event.metaKey && !event.altKey && keys[event.key]) {
      event.preventDefault();
      keys[event.key]();
    }
    event.stopPropagation(); // the page below keeps its own keys
  });
  document.body.append(node);
  node.showModal();
  show(first);
  stage.focus();
  return node;
}
