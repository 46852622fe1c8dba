import { h } from '../signin/dom.js';
import { call, get } from '../signin/http.js';
import { known, t } from '../signin/words.js';
import { ask, secret } from './dialog.js';
import { moment } from './format.js';
import { icon } from './icons.js';
import { simplePage, table } from './page.js';
import { mayChange } from './shell.js';

/** Who may look at this, and as what. */

const ROLES = ['OWNER', 'STAFF', 'AUDITOR'];
const roles = () => ROLES.map((role) => [role, t(`role.${role}`)]);

/** A password that the server made is shown once. */
function tell({ user, password }) {
  if (password) {
    secret(t('users.password.of', { name: user.name }), password, t('users.password.hint'));
  }
}

function add(done) {
  const fields = [
    { name: 'name', label: t('signin.name'), required: true, maxlength: 100, autocomplete: 'off', autocapitalize: 'none' },
    { name: 'role', label: t('users.role'), options: roles(), value: 'STAFF' },
  ];
  ask(t('users.add'), fields, t('users.add'), async (values) => {
    const answer = await call('POST', '/api/users', values);
    done();
    tell(answer);
  });
}

function change(user, done) {
  const fields = [
    { name: 'role', label: t('users.role'), options: roles(), value: user.role },
    { name: 'active', label: t('users.active'), options: [['true', t('users.active.yes')], ['false', t('users.active.no')]], value: String(user.active) },
    { name: 'reset', label: t('users.password.new'), options: [['false', t('users.password.keep')], ['true', t('users.password.reset')]], value: 'false' },
  ];
  ask(t('users.change', { name: user.name }), fields, t('save'), async ({ role, active, reset }) => {
    const answer = await call('PUT', `/api/users/${user.id}`, { role, active: active === 'true', reset_password: reset === 'true' });
    done();
    tell(answer);
  });
}

export function usersPage(context) {
  const reload = () => page.reload();
  const columns = () => [
    { name: t('signin.name'), cell: (user) => h('b', null, user.name, user.name === context.session.name ? ` (${t('users.you')})` : '') },
    { name: t('users.role'), cell: (user) => known(`role.${user.role}`, user.role) },
    { name: t('users.seen'), cell: (user) => (user.signed_in_at ? moment(user.signed_in_at) : t('users.never')) },
    { name: t('users.active'), cell: (user) => h('span', { class: 'badge', 'data-good': String(user.active) }, t(user.active ? 'users.active.yes' : 'users.active.no')) },
    mayChange(context.session) && { name: t('users.edit'), cell: (user) => h('button', { class: 'button', type: 'button', onclick: () => change(user, reload) }, icon('edit', 18), t('edit'), h('span', { class: 'unseen' }, user.name)) },
  ].filter(Boolean);
  const page = simplePage(context, {
    title: () => t('users.title'),
    tools: mayChange(context.session) && h('button', { class: 'button go', type: 'button', onclick: () => add(reload) }, icon('plus', 18), t('users.add')),
    load: (route, signal) => get('/api/users', signal),
    show: (answer) => table(t('users.title'), columns(), answer.users),
    kind: 'row',
  });
  return page;
}
