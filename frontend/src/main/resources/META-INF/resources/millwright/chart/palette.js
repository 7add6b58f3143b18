// Colours for the charts, read from the tokens, so that light and dark need no second list.
// A canvas wants plain colours: the probe element resolves light-dark() and color-mix().
const probe = document.createElement('span');
probe.hidden = true;

function resolve(name) {
  if (!probe.isConnected) document.body.append(probe);
  probe.style.color = `var(${name})`;
  return getComputedStyle(probe).color;
}

export function palette() {
  const names = ['ink', 'ink-2', 'ink-3', 'line', 'line-strong', 'surface', 'raised', 'accent', 'accent-soft', 'now', 'warn', 'c1', 'c2', 'c3', 'c4'];
  return Object.fromEntries(names.map((name) => [name, resolve(`--${name}`)]));
}

/** Calls back when colours change: light, dark, or paper, which is always light; returns how to stop. */
export function onThemeChange(callback) {
  const media = ['(prefers-color-scheme: dark)', 'print'].map((query) => window.matchMedia(query));
  media.forEach((query) => query.addEventListener('change', callback));
  window.addEventListener('millwright-theme', callback);
  return () => {
    media.forEach((query) => query.removeEventListener('change', callback));
    window.removeEventListener('millwright-theme', callback);
  };
}
