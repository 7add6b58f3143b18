// <mw-spark>: a few numbers as a tiny picture without axes: kind="line" or kind="bars". The label says it in words.
class MwSpark extends HTMLElement {
  static observedAttributes = ['values', 'kind', 'label', 'tone'];

  connectedCallback() {
    this.#draw();
  }

  attributeChangedCallback() {
    this.#draw();
  }

  #draw() {
    const values = JSON.parse(this.getAttribute('values') ?? '[]');
    if (!this.isConnected || values.length === 0) return;
    this.setAttribute('role', 'img');
    this.setAttribute('aria-label', this.getAttribute('label') ?? '');
    this.title = this.getAttribute('label') ?? '';
    const color = `var(--${this.getAttribute('tone') ?? 'c1'})`;
    const shape = this.getAttribute('kind') === 'bars' ? bars(values, color) : line(values, color);
    this.innerHTML = `<svg viewBox="0 0 100 30" preserveAspectRatio="none" aria-hidden="true">${shape}</svg>`;
  }
}

function bars(values, color) {
  const most = Math.max(...values, 1e-12);
  const width = 100 / values.length;
  const gap = Math.min(width * 0.15, 1);
  return values.map((v, i) => {
    const height = v > 0 ? Math.max((30 * v) / most, 0.8) : 0;
    return `<rect x="${i * width}" y="${30 - height}" width="${width - gap}" height="${height}" fill="${color}"/>`;
  }).join('');
}

// A line that is broken where a value is missing; a value between two missing ones is a dot.
function line(values, color) {
  const present = values.filter((v) => v !== null);
  const low = Math.min(...present);
  const span = Math.max(...present) - low || 1;
  const runs = [[]];
  values.forEach((v, i) => {
    if (v === null) {
      runs.push([]);
    } else {
      runs.at(-1).push(`${(100 * i) / Math.max(values.length - 1, 1)},${28 - (26 * (v - low)) / span}`);
    }
  });
  const path = runs.filter((run) => run.length > 0).map((run) => `M${run.length > 1 ? run.join(' L') : `${run[0]} h0.01`}`);
  return `<path d="${path.join(' ')}" fill="none" stroke="${color}" stroke-width="1.6" vector-effect="non-scaling-stroke" stroke-linejoin="round" stroke-linecap="round"/>`;
}

customElements.define('mw-spark', MwSpark);
