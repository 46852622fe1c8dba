import { h } from './dom.js';
import { call, get, useCsrf } from './http.js';
import { LANGUAGES, chooseLanguage, language, loadWords, t } from './words.js';

const MIN_PASSWORD = 10;
const place = document.getElementById('signin');

/** Where to go on: only a place within the page, which is all that stands behind the '#'. */
function enter() {
  location.replace(`/${location.hash}`);
}

function field(name, label, properties) {
  const input = h('input', { id: name, name, required: true, class: 'input', ...properties });
  return { input, node: h('div', { class: 'field' }, h('label', { for: name }, label), input) };
}

/** A form that shows why it was refused and lets nothing be sent twice. */
function form(title, hint, fields, button, send) {
  const said = h('p', { class: 'said', role: 'alert' });
  const submit = h('button', { class: 'button go', type: 'submit' }, button);
  const node = h(
    'form',
    {
      novalidate: true,
      onsubmit: async (event) => {
        event.preventDefault();
        said.textContent = '';
        submit.disabled = true;
        try {
          await send((text) => {
            said.textContent = text;
          });
        } finally {
          submit.disabled = false;
        }
      },
    },
    h('h1', null, title),
    hint === null ? null : h('p', { class: 'hint' }, hint),
    fields.map((one) => one.node),
    said,
    submit,
  );
  return node;
}

function words(failure) {
  switch (failure.kind) {
    case 'offline':
      return t('signin.offline');
    case 'busy':
      return failure.retryAfter > 0 ? t('signin.wait', { count: failure.retryAfter }) : t('signin.wait.some');
    case 'signedout':
    case 'forbidden':
      return t('signin.wrong');
    case 'wrong':
      return failure.message || t('signin.wrong');
    default:
      return t('signin.broken');
  }
}

function signIn() {
  const name = field('name', t('signin.name'), { autocomplete: 'username', autocapitalize: 'none', spellcheck: 'false' });
  const password = field('password', t('signin.password'), { type: 'password', autocomplete: 'current-password' });
  const node = form(t('signin.title'), null, [name, password], t('signin.go'), async (say) => {
    try {
      const session = await call('POST', '/api/session', { name: name.input.value.trim(), password: password.input.value });
      useCsrf(session.csrf_token);
      if (session.must_change_password) {
        show(() => changePassword(password.input.value, name.input.value.trim()));
      } else {
        enter();
      }
    } catch (failure) {
      say(words(failure));
      password.input.select();
    }
  });
  return { node, first: name.input };
}

/** The one-time password printed at the first start, or set by the owner, is good for this alone. */
function changePassword(before, name) {
  const old = before === null ? field('before', t('signin.before'), { type: 'password', autocomplete: 'current-password' }) : null;
  const first = field('first', t('signin.new'), { type: 'password', autocomplete: 'new-password', minlength: MIN_PASSWORD });
  const again = field('again', t('signin.again'), { type: 'password', autocomplete: 'new-password' });
  const fields = old === null ? [first, again] : [old, first, again];
  const node = form(t('signin.change'), t('signin.change.hint', { count: MIN_PASSWORD }), fields, t('signin.change.go'), async (say) => {
    if (first.input.value.length < MIN_PASSWORD) {
      say(t('signin.short', { count: MIN_PASSWORD }));
      first.input.focus();
    } else if (first.input.value !== again.input.value) {
      say(t('signin.differ'));
      again.input.select();
    } else {
      try {
        await call('PUT', '/api/session/password', { before: before ?? old.input.value, password: first.input.value });
        enter();
      } catch (failure) {
        say(words(failure));
      }
    }
  });
  // for whatever keeps the reader's passwords
  node.prepend(h('input', { class: 'unseen', type: 'text', autocomplete: 'username', value: name, readonly: true, tabindex: '-1', 'aria-hidden': 'true' }));
  return { node, first: fields[0].input };
}

function languageChoice() {
  const names = { vi: 'Tiếng Việt', en: 'English' };
  return h(
    'div',
    { class: 'languages', role: 'group', 'aria-label': t('language') },
    LANGUAGES.map((tag) =>
      h(
        'button',
        {
          type: 'button',
          class: 'quiet',
          lang: tag,
          'aria-pressed': String(tag === language()),
          onclick: async () => {
            chooseLanguage(tag);
            await loadWords(['/signin']);
            show(shown);
          },
        },
        names[tag],
      ),
    ),
  );
}

let shown = signIn;

function show(what) {
  shown = what;
  const { node, first } = what();
  const brand = h('div', { class: 'brand' }, h('img', { src: '/signin/icon.svg', alt: '', width: 40, height: 40 }), 'Gatehouse');
  place.replaceChildren(brand, node, languageChoice());
  document.title = `${t('signin.title')} · Gatehouse`;
  first.focus();
}

async function start() {
  await loadWords(['/signin']);
  try {
    const session = await get('/api/session');
    useCsrf(session.csrf_token);
    if (session.must_change_password) {
      show(() => changePassword(null, session.name));
    } else {
      enter();
    }
  } catch {
    show(signIn); // nobody is signed in; what else is wrong shows when somebody tries
  }
}

await start();
