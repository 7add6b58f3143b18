// <mw-chart>: one chart of a report. Set `data` to {type: 'lines'|'bars'|'grid', title, …} as templates report it.
// Lines are drawn by ECharts; bars and grids are HTML, which reads, wraps and prints better than any canvas.
// Every drawn chart has a sentence for those who cannot see it and its values as a table one click away.
import { upgrade } from '../upgrade.js';
import { echarts } from './drawn.js';
import { escape, markup, number } from './format.js';
import { lines } from './options.js';
import { onThemeChange, palette } from './palette.js';

class MwChart extends HTMLElement {
  #data = null;
  #chart = null;
  #observer = null;
  #stopTheme = null;

  set data(value) {
    this.#data = typeof value === 'string' ? JSON.parse(value) : value;
    this.#draw();
  }

  get data() {
    return this.#data;
  }

  /** Adds points to a line of the given name, making the line when it is new: live metrics. */
  addPoints(title, xs, ys) {
    const series = (this.#data.series ??= []);
    let line = series.find((s) => s.title === title);
    if (!line) series.push((line = { title, x: [], y: [] }));
    line.x.push(...xs);
    line.y.push(...ys);
    this.#draw();
  }

  connectedCallback() {
    upgrade(this, 'data');
    this.#stopTheme = onThemeChange(() => this.#draw());
    this.#observer = new ResizeObserver(() => this.#resized());
    this.#observer.observe(this);
    this.#draw();
  }

  disconnectedCallback() {
    this.#stopTheme?.();
    this.#observer?.disconnect();
    this.#chart?.dispose();
    this.#chart = null;
  }

  #resized() {
    if (!this.#chart) return;
    this.#chart.resize();
    this.#chart.setOption(lines(this.#data, palette(), this.clientWidth), { notMerge: true });
  }

  async #draw() {
    if (!this.isConnected || !this.#data) return;
    if (this.#data.type === 'bars') return this.#bars();
    if (this.#data.type === 'grid') return this.#grid();
    if (!this.#data.series?.some((s) => s.x.length > 0)) {
      this.#forget();
      this.innerHTML = `<div class="none">${escape(this.dataset.empty ?? 'No points yet')}</div>`;
      return undefined;
    }
    const { init } = await echarts();
    if (!this.isConnected) return undefined;
    if (!this.#chart) {
      this.innerHTML = '<div class="canvas" role="img"></div>';
      this.#chart = init(this.firstChild, null, { renderer: 'svg' });
      this.#table();
    }
    this.firstChild.setAttribute('aria-label', this.#describe());
    this.#chart.setOption(lines(this.#data, palette(), this.clientWidth), { notMerge: true });
    return undefined;
  }

  #forget() {
    this.#chart?.dispose();
    this.#chart = null;
  }

  #describe() {
    const { title, x, y, series } = this.#data;
    const parts = series.filter((s) => s.x.length).map((s) => {
      const last = s.x.length - 1;
      return `${s.title}: from ${number(s.y[0], y?.unit)} to ${number(s.y[last], y?.unit)}`;
    });
    return `${title ?? ''}. ${y?.title ?? ''} over ${x?.title ?? ''}. ${parts.join('; ')}.`;
  }

  // Filled when it is opened: most people never do.
  #table() {
    const details = document.createElement('details');
    details.innerHTML = `<summary>${escape(this.dataset.table ?? 'Show the values')}</summary><div class="values" tabindex="0"></div>`;
    details.addEventListener('toggle', () => {
      if (!details.open) return;
      const { x, y, series } = this.#data;
      const head = `<tr><td></td><th class="r">${escape(x?.title ?? 'x')}</th><th class="r">${escape(y?.title ?? 'y')}</th></tr>`;
      const rows = series.flatMap((s) => thin(s.x.length).map((i) =>
        `<tr><td>${escape(s.title)}</td><td class="r">${markup(s.x[i], x?.unit)}</td><td class="r">${markup(s.y[i], y?.unit)}</td></tr>`));
      details.lastChild.innerHTML = `<table class="mw-table"><thead>${head}</thead><tbody>${rows.join('')}</tbody></table>`;
    });
    this.append(details);
  }

  #bars() {
    this.#forget();
    const { bars, unit } = this.#data;
    const most = Math.max(...bars.map((b) => Math.abs(b.value)), Number.MIN_VALUE);
    const rows = bars.map((b) => `<dt>${escape(b.label)}</dt>
      <dd class="mw-bar" aria-hidden="true"><i style="width:${(100 * Math.abs(b.value)) / most}%"></i></dd>
      <dd class="v">${markup(b.value, unit)}</dd>`);
    this.innerHTML = `<dl class="mw-hbars">${rows.join('')}</dl>`;
  }

  #grid() {
    this.#forget();
    const { columns, rows } = this.#data;
    // Figures stand at the right; words at the left, and long ones wrap.
    const kinds = columns.map((_, i) => {
      if (i > 0 && rows.every((row) => FIGURE.test(row[i]))) return ' class="r"';
      return rows.some((row) => String(row[i]).length > LONG) ? ' class="words"' : '';
    });
    const tagged = (tag, text, i) => `<${tag}${kinds[i]}>${escape(text)}</${tag}>`;
    const cell = (tag, text, i) => tagged(tag === 'th' && !String(text).trim() ? 'td' : tag, text, i);
    this.innerHTML = `<div class="mw-scroll" tabindex="0" role="group" aria-label="${escape(this.#data.title ?? '')}"><table class="mw-table"><thead><tr>${columns.map((c, i) => cell('th', c, i)).join('')}</tr></thead>
      <tbody>${rows.map((r) => `<tr>${r.map((c, i) => cell('td', c, i)).join('')}</tr>`).join('')}</tbody></table></div>`;
  }
}

/** What a figure begins with, after its sign or currency; a dash or nothing stands for none. */
const FIGURE = /^\s*[<>≤≥±+−–€$£-]?\s*(\d|$)/;

/** Letters of a cell above which it wraps. */
const LONG = 36;

// At most 100 rows per line: the table is for reading, the download is for computing.
function thin(length) {
  const step = Math.max(1, Math.ceil(length / 100));
  return Array.from({ length }, (_, i) => i).filter((i) => i % step === 0 || i === length - 1);
}

customElements.define('mw-chart', MwChart);
