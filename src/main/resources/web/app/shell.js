import { h } from '../signin/dom.js';
import { LANGUAGES, language, t } from '../signin/words.js';
import { clock } from './format.js';
import { icon } from './icons.js';
import { hashOf } from './route.js';

/** The frame around every page: where one can go, who is signed in, whether what is shown is up to date. */

/** Who sees money and books, and who changes anything: the server asks the same. */
const FIGURES = ['OWNER', 'AUDITOR'];
const CHANGES = ['OWNER'];

const PAGES = [
  { name: 'history', icon: 'history' },
  { name: 'inside', icon: 'inside' },
  { name: 'cameras', icon: 'camera' },
  { name: 'figures', icon: 'chart', needs: FIGURES },
  { name: 'shifts', icon: 'shift', needs: FIGURES },
  { name: 'gates', icon: 'gate', needs: FIGURES },
  { name: 'users', icon: 'people', needs: FIGURES },
  { name: 'audit', icon: 'audit', needs: FIGURES },
  { name: 'privacy', icon: 'privacy', needs: CHANGES },
];

/** So many stand in the bar of a phone; the others are behind "more". */
const IN_BAR = 4;

/** @param actions `{language(tag), theme(choice), signOut()}` */
export function shell(session, live, actions) {
  const pages = PAGES.filter((page) => page.needs === undefined || page.needs.includes(session.role));
  const links = pages.map((page, index) =>
    h(
      'a',
      { href: hashOf(page.name), title: t(`page.${page.name}`), 'data-page': page.name, class: index < IN_BAR ? null : 'behind' },
      icon(page.icon, 22),
      h('span', null, t(`page.${page.name}`)),
    ),
  );
  const more = h('button', { class: 'nav-more', type: 'button', 'aria-expanded': 'false', 'aria-controls': 'nav' }, icon('more', 22), h('span', null, t('page.more')));
  const nav = h('nav', { id: 'nav', class: 'nav', 'aria-label': t('page.menu') }, links, more);
  const fold = (open) => {
    more.setAttribute('aria-expanded', String(open));
    nav.dataset.open = String(open);
  };
  more.addEventListener('click', () => fold(nav.dataset.open !== 'true'));

  const line = h('span', { class: 'line', role: 'status' });
  const banner = h('div', { class: 'banner', role: 'alert', hidden: true });
  let timer = 0;
  const tellLine = () => {
    clearTimeout(timer);
    line.dataset.state = live.state;
    line.replaceChildren(h('i', { class: 'dot', 'aria-hidden': 'true' }), t(`live.${live.state}`));
    if (live.state === 'open') {
      banner.hidden = true;
    } else if (live.state === 'cut') {
      // a short cut mends itself and is not worth a word
      const since = clock(Date.now());
      timer = setTimeout(() => {
        banner.replaceChildren(icon('cut'), t('live.banner', { time: since }));
        banner.hidden = false;
      }, 4000);
    }
  };
  live.addEventListener('state', tellLine);
  tellLine();

  const main = h('main', { id: 'main', class: 'main', tabindex: '-1' });
  const header = h(
    'header',
    { class: 'top' },
    h('a', { class: 'brand', href: hashOf('history') }, h('img', { src: '/signin/icon.svg', alt: '', width: 28, height: 28 }), h('span', null, 'Gatehouse')),
    line,
    h('span', { class: 'space' }),
    languages(actions),
    themes(actions),
    h('span', { class: 'who' }, session.name),
    h('button', { class: 'quiet', type: 'button', 'aria-label': t('signout'), title: t('signout'), onclick: actions.signOut }, icon('leave')),
  );
  const skip = h('button', { class: 'skip', type: 'button', onclick: () => main.focus() }, t('page.skip'));
  return {
    nodes: [skip, header, nav, banner, main],
    main,
    mark(page) {
      fold(false);
      for (const link of links) {
        const here = link.dataset.page === page;
        link.toggleAttribute('aria-current', here);
        if (here) {
          link.setAttribute('aria-current', 'page');
        }
      }
      more.dataset.here = String(pages.findIndex((one) => one.name === page) >= IN_BAR);
    },
    close() {
      clearTimeout(timer);
      live.removeEventListener('state', tellLine);
    },
  };
}

function languages(actions) {
  const names = { vi: 'Tiếng Việt', en: 'English' };
  return h(
    'span',
    { class: 'tongues', role: 'group', 'aria-label': t('language') },
    LANGUAGES.map((tag) =>
      h(
        'button',
        { class: 'quiet', type: 'button', lang: tag, 'aria-label': names[tag], 'aria-pressed': String(tag === language()), onclick: () => actions.language(tag) },
        tag.toUpperCase(),
      ),
    ),
  );
}

function themes(actions) {
  const order = ['system', 'dark', 'light'];
  const icons = { system: 'auto', dark: 'moon', light: 'sun' };
  const button = h('button', { class: 'quiet', type: 'button' });
  const tell = (choice) => {
    const words = t('theme', { theme: t(`theme.${choice}`) });
    button.setAttribute('aria-label', words);
    button.title = words;
    button.replaceChildren(icon(icons[choice]));
  };
  let now = order.find((choice) => choice === actions.themeNow()) ?? 'system';
  tell(now);
  button.addEventListener('click', () => {
    now = order[(order.indexOf(now) + 1) % order.length];
    actions.theme(now);
    tell(now);
  });
  return button;
}

export const seesFigures = (session) => FIGURES.includes(session.role);
export const mayChange = (session) => CHANGES.includes(session.role);
