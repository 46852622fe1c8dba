import { h } from '../signin/dom.js';
import { call, get } from '../signin/http.js';
import { known, t } from '../signin/words.js';
import { ask } from './dialog.js';
import { moment } from './format.js';
import { icon } from './icons.js';
import { simplePage, table } from './page.js';

/** Who may look at this, and as what. */

const ROLES = ['OWNER', 'STAFF', 'AUDITOR'];
const roles = () => ROLES.map((role) => [role, t(`role.${role}`)]);
const MIN_PASSWORD = 10;

function add(done) {
  const fields = [
    { name: 'name', label: t('signin.name'), required: true, maxlength: 100, autocomplete: 'off', autocapitalize: 'none' },
    { name: 'role', label: t('users.role'), options: roles(), value: 'STAFF' },
    { name: 'password', label: t('users.password'), type: 'password', required: true, minlength: MIN_PASSWORD, autocomplete: 'new-password', hint: t('users.password.hint', { count: MIN_PASSWORD }) },
  ];
  ask(t('users.add'), fields, t('users.add'), async (values) => {
    await call('POST', '/api/users', values);
    done();
  });
}

function change(user, done) {
  const fields = [
    { name: 'role', label: t('users.role'), options: roles(), value: user.role },
    { name: 'active', label: t('users.active'), options: [['true', t('users.active.yes')], ['false', t('users.active.no')]], value: String(user.active !== false) },
    { name: 'password', label: t('users.password.new'), type: 'password', minlength: MIN_PASSWORD, autocomplete: 'new-password', hint: t('users.password.keep') },
  ];
  ask(t('users.change', { name: user.name }), fields, t('save'), async ({ role, active, password }) => {
    await call('PUT', `/api/users/${user.id}`, { role, active: active === 'true', ...(password === '' ? {} : { password }) });
    done();
  });
}

export function usersPage(context) {
  const reload = () => page.reload();
  const columns = () => [
    { name: t('signin.name'), cell: (user) => h('b', null, user.name, user.name === context.session.name ? ` (${t('users.you')})` : '') },
    { name: t('users.role'), cell: (user) => known(`role.${user.role}`, user.role) },
    { name: t('users.seen'), cell: (user) => (user.last_seen ? moment(user.last_seen) : t('users.never')) },
    { name: t('users.active'), cell: (user) => h('span', { class: 'badge', 'data-good': String(user.active !== false) }, t(user.active === false ? 'users.active.no' : 'users.active.yes')) },
    { name: t('users.edit'), cell: (user) => h('button', { class: 'button', type: 'button', onclick: () => change(user, reload) }, icon('edit', 18), t('edit'), h('span', { class: 'unseen' }, user.name)) },
  ];
  const page = simplePage(context, {
    title: () => t('users.title'),
    tools: h('button', { class: 'button go', type: 'button', onclick: () => add(reload) }, icon('plus', 18), t('users.add')),
    load: (route, signal) => get('/api/users', signal),
    show: (answer) => table(t('users.title'), columns(), answer.users),
    kind: 'row',
  });
  return page;
}
