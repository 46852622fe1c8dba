import { h } from '../signin/dom.js';
import { t } from '../signin/words.js';
import { icon } from './icons.js';
import { say } from './states.js';

/** A dialog that the browser itself keeps the focus in, and Esc closes. */
export function dialog(title, content, options = {}) {
  const node = h(
    'dialog',
    { class: `dialog ${options.class ?? ''}`, 'aria-label': title, onclose: () => node.remove() },
    h(
      'header',
      null,
      h('h2', null, title),
      h('button', { class: 'quiet', type: 'button', 'aria-label': t('close'), onclick: () => node.close() }, icon('close')),
    ),
    content,
  );
  node.addEventListener('click', (event) => {
    if (event.target === node) {
      node.close();
    }
  });
  document.body.append(node);
  node.showModal();
  return node;
}

/**
 * A form in a dialog.
 *
 * @param fields `[{name, label, type?, value?, options?, required?, hint?, …attributes}]`
 * @param send takes the values, may throw a Refused whose text is shown; the dialog closes when it is through
 */
export function ask(title, fields, button, send, options = {}) {
  const said = h('p', { class: 'said', role: 'alert' });
  const submit = h('button', { class: `button ${options.bad ? 'bad' : 'go'}`, type: 'submit' }, button);
  const form = h(
    'form',
    {
      onsubmit: async (event) => {
        event.preventDefault();
        said.textContent = '';
        submit.disabled = true;
        try {
          await send(Object.fromEntries(new FormData(form)));
          node.close();
        } catch (failure) {
          said.textContent = failure.kind === 'offline' ? t('failed.offline') : failure.message || t('failed.broken');
          if (!('kind' in failure)) {
            throw failure;
          }
        } finally {
          submit.disabled = false;
        }
      },
    },
    options.text ? h('p', { class: 'hint' }, options.text) : null,
    fields.map(fieldOf),
    said,
    h('footer', null, h('button', { class: 'button', type: 'button', onclick: () => node.close() }, t('cancel')), submit),
  );
  const node = dialog(title, form, options);
  form.querySelector('input, select')?.focus();
  return node;
}

function fieldOf({ name, label, type = 'text', options, hint, value, ...others }) {
  const id = `ask-${name}`;
  const input = options
    ? h('select', { id, name, class: 'select', ...others }, options.map(([key, text]) => h('option', { value: key }, text)))
    : h('input', { id, name, type, class: 'input', ...others });
  if (value !== undefined) {
    input.value = value;
  }
  return h('div', { class: 'field' }, h('label', { for: id }, label), input, hint ? h('p', { class: 'hint' }, hint) : null);
}

/** Shows a secret that nobody can show again. */
export function secret(title, text, hint, drawing = null) {
  const copy = h(
    'button',
    {
      class: 'button',
      type: 'button',
      autofocus: true,
      onclick: async () => {
        try {
          await navigator.clipboard.writeText(text);
          say(t('copied'), true);
        } catch {
          say(t('copy.failed'), true); // the browser keeps the clipboard to itself: the text stands there to be marked
        }
      },
    },
    t('copy'),
  );
  const content = h('div', { class: 'dialog-content secret' }, drawing, h('output', { class: 'code' }, text), h('p', { class: 'hint' }, hint), copy);
  return dialog(title, content);
}
