import { h } from '../signin/dom.js';
import { get } from '../signin/http.js';
import { known, t } from '../signin/words.js';
import { exactly } from './format.js';
import { simplePage, table } from './page.js';
import { empty } from './states.js';

/** Who looked at what, and who changed what. */

const columns = () => [
  { name: t('audit.when'), cell: (one) => h('time', { datetime: one.at }, exactly(one.at)) },
  { name: t('audit.who'), cell: (one) => h('b', null, one.who || known(`audit.by.${one.kind}`, one.kind)) },
  { name: t('audit.what'), cell: (one) => known(`audit.${one.action}`, one.action) },
  { name: t('audit.subject'), cell: (one) => [one.plate_id, one.details].filter(Boolean).join(' · ') },
  { name: t('audit.address'), cell: (one) => one.address },
];

export function auditPage(context) {
  return simplePage(context, {
    title: () => t('audit.title'),
    load: (route, signal) => get('/api/audit', signal),
    show: (answer) => (answer.audit.length === 0 ? empty(t('audit.none'), null) : table(t('audit.title'), columns(), answer.audit)),
    kind: 'row',
  });
}
