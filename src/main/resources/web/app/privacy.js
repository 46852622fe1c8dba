import { h } from '../signin/dom.js';
import { call, get } from '../signin/http.js';
import { t } from '../signin/words.js';
import { ask } from './dialog.js';
import { icon } from './icons.js';
import { simplePage } from './page.js';
import { say } from './states.js';

const DAYS = ['picture_days', 'row_days'];

/** Plates are personal data: how long they stay, and what one person may ask for. */

const normal = (plate) => plate.trim().toUpperCase();
const path = (plate) => `/api/plates/${encodeURIComponent(normal(plate))}`;

function days(name, value) {
  const input = h('input', { class: 'input', id: name, name, type: 'number', min: 0, max: 36500, required: true, inputmode: 'numeric', value: String(value) });
  return h('div', { class: 'field' }, h('label', { for: name }, t(`privacy.${name}`)), input);
}

function keeping(retention) {
  const said = h('p', { class: 'said', role: 'alert' });
  const form = h(
    'form',
    {
      class: 'card-inner form',
      onsubmit: async (event) => {
        event.preventDefault();
        said.textContent = '';
        const values = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, Number(value)]));
        try {
          await call('PUT', '/api/retention', values);
          say(t('saved'), true);
        } catch (failure) {
          said.textContent = failure.message || t('failed.broken');
        }
      },
    },
    h('h2', null, t('privacy.keep')),
    h('p', { class: 'hint' }, t('privacy.keep.hint')),
    DAYS.map((name) => days(name, retention[name])),
    said,
    h('footer', null, h('button', { class: 'button go', type: 'submit' }, t('save'))),
  );
  return form;
}

function erase(plate) {
  const fields = [{ name: 'again', label: t('privacy.erase.again', { plate }), required: true, autocomplete: 'off', autocapitalize: 'characters' }];
  ask(t('privacy.erase'), fields, t('privacy.erase.go'), async ({ again }) => {
    if (normal(again) !== normal(plate)) {
      throw Object.assign(new Error(t('privacy.erase.differ')), { kind: 'wrong' });
    }
    const answer = await call('DELETE', path(plate));
    say(t('privacy.erased', { count: answer.rows, pictures: answer.pictures, plate }), true);
  }, { text: t('privacy.erase.hint'), bad: true });
}

function onePlate() {
  const plate = h('input', { class: 'input', id: 'plate', name: 'plate', required: true, maxlength: 40, autocomplete: 'off', autocapitalize: 'characters', spellcheck: 'false' });
  const form = h(
    'form',
    {
      class: 'card-inner form',
      onsubmit: (event) => {
        event.preventDefault();
        if (event.submitter?.value === 'erase') {
          erase(plate.value.trim());
        } else {
          location.assign(`${path(plate.value)}/export`); // a zip: the browser saves it and stays
        }
      },
    },
    h('h2', null, t('privacy.person')),
    h('p', { class: 'hint' }, t('privacy.person.hint')),
    h('div', { class: 'field' }, h('label', { for: 'plate' }, t('privacy.plate')), plate),
    h(
      'footer',
      null,
      h('button', { class: 'button bad', type: 'submit', value: 'erase' }, icon('bin', 18), t('privacy.erase')),
      h('button', { class: 'button', type: 'submit', value: 'export' }, icon('save', 18), t('privacy.export')),
    ),
  );
  return form;
}

export function privacyPage(context) {
  return simplePage(context, {
    title: () => t('privacy.title'),
    load: (route, signal) => get('/api/retention', signal),
    show: (answer) => h('div', { class: 'cards' }, keeping(answer), onePlate()),
  });
}
