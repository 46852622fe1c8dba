import { s } from '../signin/dom.js';

/** Strokes on a grid of 24. */
const PATHS = {
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5 20 20',
  filter: 'M4 7h9M17 7h3M4 17h3M11 17h9M15 5v4M9 15v4',
  in: 'M4 12h12M11 6l6 6-6 6M20 5v14',
  out: 'M20 12H8M13 6l-6 6 6 6M4 5v14',
  away: 'M6 6l12 12M18 6L6 18',
  history: 'M4 12a8 8 0 1 0 2.6-5.9M4 4v4h4M12 8v4.5l3 2',
  inside: 'M3 21V9l9-5 9 5v12M8 21v-7h8v7M8 17.5h8',
  camera: 'M3 8l13-4 2 6-13 4zM9 13l1.5 4.5H6M18 10l2-.7M4 20v-5',
  chart: 'M4 20h16M7 16v-5M12 16V6M17 16v-8',
  shift: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM12 8v4l3 2',
  gate: 'M5 20V8h4v12M9 11l12-4M9 14l12-4',
  people: 'M9 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM3.5 19c0-3 2.5-5 5.5-5s5.5 2 5.5 5M15.5 5.3a3 3 0 0 1 0 5.4M17 14.3c2 .7 3.5 2.4 3.5 4.7',
  audit: 'M6 4h12v16H6zM9 8h6M9 12h6M9 16h4',
  privacy: 'M12 3l7 3v5c0 5-3 8-7 10-4-2-7-5-7-10V6zM9 12l2.2 2.2L15.5 10',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  close: 'M6 6l12 12M18 6L6 18',
  back: 'M14 6l-6 6 6 6',
  forward: 'M10 6l6 6-6 6',
  up: 'M12 19V6M6 12l6-6 6 6',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  fit: 'M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5',
  save: 'M12 4v11M7 10.5l5 5 5-5M5 20h14',
  edit: 'M5 19l1-4L16 5l3 3L9 18zM14 7l3 3',
  bin: 'M5 7h14M9 7V4h6v3M7 7l1 13h8l1-13M10.5 11v5M13.5 11v5',
  key: 'M8 9.5a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM11 11l8-7M15.5 7l2.5 2.8',
  nopicture: 'M4 4l16 16M8 5h12v12M4 8v11h12M5 18l5-5 3 3',
  cut: 'M4 4l16 16M5 12.5a10 10 0 0 1 4-2.5M12.5 9.5a10 10 0 0 1 6.5 3M8 16a6 6 0 0 1 4-1.5M12 19h.01',
  warn: 'M12 4l9 16H3zM12 10v4.5M12 17.3v.01',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  leave: 'M14 4H5v16h9M10 12h10M16.5 8.5L20 12l-3.5 3.5',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 3v1.5M12 19.5V21M3 12h1.5M19.5 12H21M5.6 5.6l1.1 1.1M17.3 17.3l1.1 1.1M18.4 5.6l-1.1 1.1M6.7 17.3l-1.1 1.1',
  moon: 'M19 14.5A8 8 0 0 1 9.5 5 8 8 0 1 0 19 14.5z',
  auto: 'M12 4a8 8 0 1 0 0 16zM12 4a8 8 0 0 1 0 16',
  motorbike: 'M6 13a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM18 13a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM6 16.5h6l3-6h-4M15 10.5l3 6M13 6h3l1 4',
  car: 'M4 17v-4l2.5-6h11L20 13v4zM4 13h16M4 17v2M20 17v2M7.5 15h.01M16.5 15h.01',
  truck: 'M3 7h11v9H3zM14 10h4l3 3v3h-7M7 16a2 2 0 1 0 0 4 2 2 0 0 0 0-4zM17 16a2 2 0 1 0 0 4 2 2 0 0 0 0-4z',
  bicycle: 'M6 12.5a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM18 12.5a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM6 16.5L10 9h5l3 7.5M10 9l3.5 7.5H6M8.5 6.5h2.5M15 9l-1-3h2.5',
};

/** A drawing beside words, which a screen reader passes over. */
export function icon(name, size = 20) {
  return s(
    'svg',
    { viewBox: '0 0 24 24', width: size, height: size, class: `icon icon-${name}`, 'aria-hidden': 'true', focusable: 'false' },
    s('path', { d: PATHS[name] ?? PATHS.more }),
  );
}
