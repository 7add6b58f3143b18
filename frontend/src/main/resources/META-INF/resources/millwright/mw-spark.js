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

function line(values, color) {
  const low = Math.min(...values);
  const span = Math.max(...values) - low || 1;
  const points = values.map((v, i) => `${(100 * i) / Math.max(values.length - 1, 1)},${28 - (26 * (v - low)) / span}`);
  return `<polyline points="${points.join(' ')}" fill="none" stroke="${color}" stroke-width="1.6" vector-effect="non-scaling-stroke" stroke-linejoin="round"/>`;
}

customElements.define('mw-spark', MwSpark);
