// Runs before the first paint, so that a dark room stays dark: the only script that is no module.
(() => {
  const KEY = 'gatehouse.theme';
  const light = window.matchMedia('(prefers-color-scheme: light)');

  /** 'system', 'dark' or 'light'. */
  const chosen = () => {
    try {
      return localStorage.getItem(KEY) ?? 'system';
    } catch {
      return 'system'; // storage is switched off
    }
  };

  const show = (choice) => {
    const theme = choice === 'system' ? (light.matches ? 'light' : 'dark') : choice;
    document.documentElement.dataset.theme = theme;
  };

  light.addEventListener('change', () => show(chosen()));
  window.addEventListener('gatehouse:theme', (event) => {
    try {
      localStorage.setItem(KEY, event.detail);
    } catch {
      // kept for this page only
    }
    show(event.detail);
  });
  show(chosen());
})();
