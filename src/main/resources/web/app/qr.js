import { h, s } from '../signin/dom.js';

/** A drawing that comes as text is not trusted as a page: only its rectangles and paths are taken over. */

const SHAPES = { rect: ['x', 'y', 'width', 'height'], path: ['d'] };

/** @param text an SVG of dark modules; @returns the drawing on white, or null where it is none */
export function drawingOf(text, label) {
  const root = new DOMParser().parseFromString(text ?? '', 'image/svg+xml').documentElement;
  const viewBox = root.getAttribute('viewBox');
  if (root.localName !== 'svg' || viewBox === null) {
    return null;
  }
  const shapes = [...root.querySelectorAll('rect, path')].map((shape) => {
    const kept = Object.fromEntries(SHAPES[shape.localName].filter((name) => shape.hasAttribute(name)).map((name) => [name, shape.getAttribute(name)]));
    const white = /^(#fff(fff)?|white)$/i.test(shape.getAttribute('fill') ?? '');
    return s(shape.localName, { ...kept, fill: white ? '#fff' : '#000' });
  });
  return h('span', { class: 'qr', role: 'img', 'aria-label': label }, s('svg', { viewBox, 'aria-hidden': 'true', 'shape-rendering': 'crispEdges' }, shapes));
}
