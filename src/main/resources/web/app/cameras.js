import { h } from '../signin/dom.js';
import { get } from '../signin/http.js';
import { known, t } from '../signin/words.js';
import { ago, bytes, exactly, number } from './format.js';
import { icon } from './icons.js';
import { simplePage } from './page.js';
import { empty } from './states.js';

/** The cameras at the gates: which are heard from, and how they are. */

const FULL = 0.9;

function fact(name, value, bad = false) {
  return value === null || value === undefined || value === '' ? null : h('div', { class: bad ? 'is-bad' : null }, h('dt', null, name), h('dd', null, bad ? icon('warn', 16) : null, value));
}

function disk(health) {
  const { disk_free_bytes: free, disk_total_bytes: total } = health;
  if (!total) {
    return null;
  }
  const used = 1 - free / total;
  const meter = h('meter', { min: 0, max: 1, high: FULL, value: used, 'aria-label': t('camera.disk') });
  return h('div', { class: used > FULL ? 'is-bad' : null }, h('dt', null, t('camera.disk')), h('dd', null, t('camera.disk.free', { free: bytes(free), total: bytes(total) }), meter));
}

export function cameraCard(camera) {
  const health = camera.health ?? {};
  const online = camera.status === 'online';
  const beat = camera.last_heartbeat;
  return h(
    'article',
    { class: 'tile-card', 'data-id': `${camera.gate_id}-${camera.id}`, 'data-status': camera.status },
    h(
      'header',
      null,
      icon('camera', 26),
      h('div', null, h('h2', null, camera.name), h('p', null, [camera.gate, known(`camera.${camera.type}`, camera.type)].filter(Boolean).join(' · '))),
      h('span', { class: 'badge', 'data-good': String(online) }, icon(online ? 'check' : 'cut', 16), t(online ? 'camera.online' : 'camera.offline')),
    ),
    h(
      'dl',
      { class: 'facts' },
      fact(t('camera.heard'), beat ? h('time', { datetime: beat, title: exactly(beat) }, ago(beat)) : t('camera.never'), !online),
      fact(t('camera.picture'), known(`camera.is.${health.camera}`, health.camera), health.camera && !['running', 'ok', 'RUNNING', 'OK'].includes(health.camera)),
      fact(t('camera.fps'), health.fps === undefined ? null : number(health.fps, 1)),
      fact(t('camera.backlog'), health.backlog === undefined ? null : number(health.backlog), health.backlog > 100),
      fact(t('camera.oldest'), health.oldest_waiting ? ago(health.oldest_waiting) : null),
      fact(t('camera.parked'), health.parked ? number(health.parked) : null, true),
      fact(t('camera.sent'), number(camera.events_sent)),
      fact(t('camera.failed'), camera.events_failed ? number(camera.events_failed) : null, true),
      disk(health),
      fact(t('camera.version'), health.version),
    ),
  );
}

export function camerasPage(context) {
  return simplePage(context, {
    title: () => t('cameras.title'),
    load: (route, signal) => get('/api/cameras', signal),
    show: (answer) =>
      answer.cameras.length === 0
        ? empty(t('cameras.none'), t('cameras.none.hint'))
        : [
            h('p', { class: 'lead' }, t('cameras.count', { online: answer.online, total: answer.total })),
            h('div', { class: 'cards' }, answer.cameras.map(cameraCard)),
          ],
    live: { camera: (camera, reload) => reload() },
    every: 20_000,
  });
}
