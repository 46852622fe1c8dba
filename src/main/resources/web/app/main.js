import { h } from '../signin/dom.js';
import { call, get, useCsrf } from '../signin/http.js';
import { chooseLanguage, loadWords, t } from '../signin/words.js';
import { useZone } from './format.js';
import { icon } from './icons.js';
import { Live } from './live.js';
import { routeOf } from './route.js';
import { shell } from './shell.js';
import { failed } from './states.js';

/** Starts the page: who is signed in, the frame, and the page that the address names. */

const PAGES = {
  history: () => import('./history.js').then((m) => m.historyPage),
  inside: () => import('./inside.js').then((m) => m.insidePage),
  cameras: () => import('./cameras.js').then((m) => m.camerasPage),
  figures: () => import('./figures.js').then((m) => m.figuresPage),
  shifts: () => import('./shifts.js').then((m) => m.shiftsPage),
  gates: () => import('./gates.js').then((m) => m.gatesPage),
  users: () => import('./users.js').then((m) => m.usersPage),
  audit: () => import('./audit.js').then((m) => m.auditPage),
  privacy: () => import('./privacy.js').then((m) => m.privacyPage),
};

const app = document.getElementById('app');
const live = new Live();
let session = null;
let frame = null;
let page = null;
let pageName = null;

function themeNow() {
  try {
    return localStorage.getItem('gatehouse.theme');
  } catch {
    return null;
  }
}

const actions = {
  themeNow,
  theme: (choice) => window.dispatchEvent(new CustomEvent('gatehouse:theme', { detail: choice })),
  async language(tag) {
    chooseLanguage(tag);
    await loadWords(['/signin', '/i18n']);
    drawFrame();
    document.querySelector(`.tongues [lang="${tag}"]`)?.focus();
  },
  async signOut() {
    live.close();
    await call('DELETE', '/api/session').catch(() => {}); // gone either way, as far as this browser goes
    location.replace('/signin');
  },
};

function drawFrame() {
  page?.close();
  page = null;
  pageName = null;
  frame?.close();
  frame = shell(session, live, actions);
  app.replaceChildren(...frame.nodes);
  return showRoute();
}

async function showRoute() {
  const route = routeOf(location.hash);
  const name = route.page in PAGES ? route.page : 'history';
  if (name !== pageName) {
    pageName = name;
    page?.close();
    page = null;
    frame.mark(name);
    frame.main.replaceChildren();
    const mine = frame;
    try {
      const create = await PAGES[name]();
      if (pageName !== name || frame !== mine) {
        return; // gone elsewhere meanwhile
      }
      page = create({ session, live });
      frame.main.replaceChildren(page.node);
    } catch (failure) {
      pageName = null;
      frame.main.replaceChildren(failed({ kind: 'offline' }, showRoute));
      throw failure;
    }
  }
  page?.update(routeOf(location.hash));
  document.title = `${page?.title() ?? ''} · Gatehouse`;
}

function signedOut() {
  live.close();
  document.querySelectorAll('dialog').forEach((open) => open.close());
  page?.close();
  page = null;
  pageName = null;
  app.replaceChildren(
    h(
      'main',
      { class: 'state state-whole', role: 'alert' },
      icon('lock', 40),
      h('h1', null, t('failed.signedout')),
      h('p', null, t('failed.signedout.hint')),
      h('a', { class: 'button go', href: `/signin${location.hash}` }, t('signin.go')),
    ),
  );
  app.querySelector('a').focus();
}

async function start() {
  await loadWords(['/signin', '/i18n']);
  try {
    session = await get('/api/session');
  } catch (failure) {
    if (failure.kind === 'signedout') {
      location.replace(`/signin${location.hash}`);
    } else {
      app.replaceChildren(h('main', { class: 'state-whole' }, failed(failure, start)));
    }
    return;
  }
  if (session.must_change_password) {
    location.replace(`/signin${location.hash}`);
    return;
  }
  useCsrf(session.csrf_token);
  if (session.zone) {
    useZone(session.zone);
  }
  window.addEventListener('gatehouse:signedout', signedOut);
  window.addEventListener('hashchange', showRoute);
  window.addEventListener('gatehouse:route', showRoute);
  await drawFrame();
  live.open();
}

await start();
