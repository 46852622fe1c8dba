import { h } from '../signin/dom.js';
import { call, get } from '../signin/http.js';
import { t } from '../signin/words.js';
import { ask, secret } from './dialog.js';
import { clock, moment } from './format.js';
import { icon } from './icons.js';
import { simplePage } from './page.js';
import { drawingOf } from './qr.js';
import { mayChange } from './shell.js';
import { empty } from './states.js';

/** The gates that may send, their tokens, and the way in for a new one. */

function enrol(done) {
  ask(t('gates.enrol'), [{ name: 'gate_name', label: t('gates.name'), required: true, maxlength: 200 }], t('gates.enrol.go'), async (values) => {
    const answer = await call('POST', '/api/enrolments', values);
    const shown = secret(t('gates.code', { gate: values.gate_name }), answer.code, t('gates.code.hint', { time: clock(answer.expires_at) }), drawingOf(answer.qr_svg, t('gates.qr')));
    shown.addEventListener('close', done);
  }, { text: t('gates.enrol.hint') });
}

function newToken(gate, done) {
  ask(t('gates.token.new'), [], t('gates.token.make'), async () => {
    const answer = await call('POST', `/api/gates/${gate.id}/token`, {});
    secret(t('gates.token.of', { gate: gate.name }), answer.token, t('gates.token.hint')).addEventListener('close', done);
  }, { text: t('gates.token.text') });
}

function newReader(done) {
  ask(t('gates.readers.add'), [{ name: 'name', label: t('gates.readers.name'), required: true, maxlength: 200 }], t('gates.token.make'), async (values) => {
    const answer = await call('POST', '/api/tokens', values);
    secret(values.name, answer.token, t('gates.readers.hint.once')).addEventListener('close', done);
  }, { text: t('gates.readers.hint') });
}

function readerCard(tokens, done) {
  const name = t('gates.readers');
  return h(
    'article',
    { class: 'tile-card', 'data-id': 'readers' },
    h('header', null, icon('key', 26), h('div', null, h('h2', null, name), h('p', null, t('gates.readers.hint')))),
    h('ul', { class: 'tokens' }, tokens.map((token) => tokenOf(token, { name: token.name }, done))),
    done && h('footer', null, h('button', { class: 'button', type: 'button', onclick: () => newReader(done) }, icon('plus', 18), t('gates.readers.add'))),
  );
}

function revoke(token, gate, done) {
  ask(t('gates.revoke'), [], t('gates.revoke.go'), async () => {
    await call('DELETE', `/api/tokens/${token.id}`);
    done();
  }, { text: t('gates.revoke.hint', { gate: gate.name }), bad: true });
}

/** `done` is told of a change; null where nothing may be changed. */
function tokenOf(token, gate, done) {
  const gone = Boolean(token.revoked_at);
  return h(
    'li',
    { 'data-revoked': String(gone) },
    icon('key', 18),
    h('span', null, h('b', null, token.name || t('gates.token')), h('small', null, t('gates.token.made', { when: moment(token.created_at), who: token.created_by ?? '' }))),
    gone
      ? h('span', { class: 'badge', 'data-good': 'false' }, t('gates.revoked', { when: moment(token.revoked_at) }))
      : done && h('button', { class: 'button bad', type: 'button', onclick: () => revoke(token, gate, done) }, t('gates.revoke.go')),
  );
}

function gateCard(gate, done) {
  return h(
    'article',
    { class: 'tile-card', 'data-id': gate.id },
    h('header', null, icon('gate', 26), h('div', null, h('h2', null, gate.name), h('p', null, t('gates.since', { when: moment(gate.created_at) })))),
    h('ul', { class: 'tokens' }, (gate.tokens ?? []).map((token) => tokenOf(token, gate, done))),
    done && h('footer', null, h('button', { class: 'button', type: 'button', onclick: () => newToken(gate, done) }, icon('plus', 18), t('gates.token.new'))),
  );
}

export function gatesPage(context) {
  const reload = () => page.reload();
  const done = mayChange(context.session) ? reload : null;
  const add = h('button', { class: 'button go', type: 'button', onclick: () => enrol(reload) }, icon('plus', 18), t('gates.enrol'));
  const page = simplePage(context, {
    title: () => t('gates.title'),
    tools: mayChange(context.session) ? add : null,
    load: (route, signal) => Promise.all([get('/api/gates', signal), get('/api/tokens', signal)]),
    show: ([{ gates }, { tokens }]) => [
      gates.length === 0 ? empty(t('gates.none'), t('gates.none.hint')) : null,
      h('div', { class: 'cards' }, gates.map((gate) => gateCard(gate, done)), readerCard(tokens, done)),
    ],
  });
  return page;
}
