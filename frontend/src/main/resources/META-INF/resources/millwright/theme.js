// Applies the person's choice of light, dark or system before the first paint, and remembers it in this browser.
(() => {
  const key = 'millwright.theme';
  const apply = (choice) => {
    const root = document.documentElement.classList;
    root.toggle('mw-light', choice === 'light');
    root.toggle('mw-dark', choice === 'dark');
    window.dispatchEvent(new Event('millwright-theme'));
  };
  const stored = () => {
    try {
      return localStorage.getItem(key) ?? 'system';
    } catch {
      return 'system';
    }
  };
  window.millwrightTheme = (choice) => {
    try {
      localStorage.setItem(key, choice);
    } catch {
      // Storage may be switched off: the choice then lasts as long as the page.
    }
    apply(choice);
  };
  apply(stored());
})();
