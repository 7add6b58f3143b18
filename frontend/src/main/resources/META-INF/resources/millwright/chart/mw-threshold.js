// <mw-threshold>: what each choice of a threshold means. Drag the slider (or use the arrow keys); every figure follows.
// `data` is {columns: [{title, unit}], rows: [[…]], chosen}, the threshold itself first.
import { upgrade } from '../upgrade.js';
import { echarts } from './drawn.js';
import { distinct, escape, number } from './format.js';
import { base, valueAxis } from './options.js';
import { onThemeChange, palette } from './palette.js';

class MwThreshold extends HTMLElement {
  #data = null;
  #row = 0;
  #named = [];
  #chart = null;
  #observer = null;
  #stopTheme = null;

  set data(value) {
    this.#data = typeof value === 'string' ? JSON.parse(value) : value;
    this.#row = this.#data.chosen;
    this.#named = distinct(this.#data.rows.map((r) => r[0]), this.#data.columns[0]?.unit);
    this.#build();
  }

  connectedCallback() {
    upgrade(this, 'data');
    this.#stopTheme = onThemeChange(() => this.#plot());
    this.#observer = new ResizeObserver(() => { this.#chart?.resize(); if (this.#chart) this.#plot(); });
    this.#observer.observe(this);
    this.#build();
  }

  disconnectedCallback() {
    this.#stopTheme?.();
    this.#observer?.disconnect();
    this.#chart?.dispose();
    this.#chart = null;
  }

  async #build() {
    if (!this.isConnected || !this.#data?.rows.length) return;
    const { rows, columns } = this.#data;
    this.#chart?.dispose();
    this.innerHTML = `<div class="parts"><div><div class="canvas" aria-hidden="true"></div>
        <label>${escape(columns[0].title)}<input type="range" min="0" max="${rows.length - 1}" step="1"></label></div>
      <div><table><tbody></tbody></table><button type="button" class="reset"></button></div></div>`;
    const slider = this.querySelector('input');
    slider.value = this.#row;
    slider.addEventListener('input', () => this.#choose(Number(slider.value)));
    const reset = this.querySelector('.reset');
    reset.textContent = this.dataset.reset ?? 'Back to the recommended one';
    reset.addEventListener('click', () => { slider.value = this.#data.chosen; this.#choose(this.#data.chosen); });
    const { init } = await echarts();
    if (!this.isConnected) return;
    this.#chart = init(this.querySelector('.canvas'), null, { renderer: 'svg' });
    this.#chart.getZr().on('click', (event) => {
      const at = this.#chart.convertFromPixel({ xAxisIndex: 0 }, event.offsetX);
      if (at >= 0 && at < rows.length) { slider.value = at; this.#choose(Math.round(at)); }
    });
    this.#choose(this.#row);
  }

  #choose(row) {
    this.#row = row;
    const { columns, rows, chosen } = this.#data;
    const figure = (at, i) => (i === 0 ? this.#named[at] : number(rows[at][i], columns[i].unit));
    const cells = columns.map((column, i) => {
      const was = row === chosen ? '' : ` <small>${escape(this.dataset.recommended ?? 'recommended')} ${escape(figure(chosen, i))}</small>`;
      return `<tr><td>${escape(column.title)}${was}</td><td>${escape(figure(row, i))}</td></tr>`;
    });
    this.querySelector('tbody').innerHTML = cells.join('');
    this.querySelector('.reset').hidden = row === chosen;
    const slider = this.querySelector('input');
    slider.setAttribute('aria-valuetext', columns.map((c, i) => `${c.title} ${figure(row, i)}`).join(', '));
    this.#plot();
  }

  #plot() {
    if (!this.#chart) return;
    const colors = palette();
    const { columns, rows } = this.#data;
    const shares = columns.map((c, i) => ({ ...c, i })).slice(1).filter((c) => c.unit === '%');
    const shown = (shares.length ? shares : columns.map((c, i) => ({ ...c, i })).slice(1, 2)).slice(0, 3);
    const tones = ['c1', 'c3', 'c4'].map((name) => colors[name]);
    const marked = rows[this.#row];
    const { flipped, room } = this.#room(shown);
    this.#chart.setOption({
      ...base(colors),
      tooltip: { show: false },
      grid: { left: 8, right: 18, top: 30, bottom: 8, containLabel: true },
      xAxis: { type: 'category', data: this.#named, boundaryGap: false,
        axisLine: { lineStyle: { color: colors.line } }, axisTick: { show: false },
        axisLabel: { color: colors['ink-3'], fontSize: 11, hideOverlap: true } },
      yAxis: valueAxis(shown[0], colors, shares.length ? { min: 0, max: 1, interval: 0.25 } : {}),
      series: shown.map((column, n) => ({
        type: 'line', name: column.title, showSymbol: false, data: rows.map((r) => r[column.i]),
        lineStyle: { color: tones[n], width: 2.25 }, itemStyle: { color: tones[n] }, emphasis: { disabled: true },
        markPoint: { symbol: 'circle', symbolSize: 9, itemStyle: { color: n ? tones[n] : colors.now, borderColor: colors.surface, borderWidth: 2 },
          label: { show: true, position: [flipped ? -8 : 12, LABEL], align: flipped ? 'right' : 'left', color: tones[n], fontSize: 11.5, fontWeight: 600,
            backgroundColor: colors.surface, padding: [0, 2], ...((column.title.length + FIGURE) * LETTER > room ? { width: room, overflow: 'truncate' } : {}),
            formatter: `${number(marked[column.i], column.unit)} ${column.title}` },
          data: [{ coord: [this.#row, marked[column.i]] }] },
        ...(n === 0 ? { markLine: { symbol: 'none', silent: true, lineStyle: { color: colors.now, type: 'dashed', width: 1.5 },
          label: { show: false }, data: [{ xAxis: this.#row }] } } : {}),
      })),
    }, { notMerge: true });
    this.#part(shown.map((column) => this.#chart.convertToPixel({ yAxisIndex: 0 }, marked[column.i])), flipped);
  }

  /** On which side of their points labels stand, and how wide they may be: right, unless there is more room at the left and too little here. */
  #room(shown) {
    const width = this.querySelector('.canvas').clientWidth;
    const wanted = (Math.max(...shown.map((column) => column.title.length)) + FIGURE) * LETTER;
    const x = (this.#row / Math.max(1, this.#data.rows.length - 1)) * (width - AXIS) + AXIS;
    const flipped = x + wanted > width && x > width - x;
    return { flipped, room: Math.min(wanted, Math.max(MARGIN, (flipped ? x : width - x) - MARGIN)) };
  }

  /** Moves labels that would lie upon each other apart, in the order of their points. */
  #part(heights, flipped) {
    if (!heights.every(Number.isFinite)) return;
    let free = -Infinity;
    const offsets = [];
    heights.map((y, n) => ({ y, n })).sort((a, b) => a.y - b.y).forEach(({ y, n }) => {
      free = Math.max(y + LABEL, free + LINE);
      offsets[n] = free - y;
    });
    if (offsets.every((offset) => offset === LABEL)) return;
    this.#chart.setOption({ series: offsets.map((offset) => ({ markPoint: { label: { position: [flipped ? -8 : 12, offset] } } })) });
  }
}

/** Pixels from a point up to the top of its label, and from one label to the next. */
const LABEL = -16;
const LINE = 15;

/** About how wide the labels are: pixels of a letter, letters of a figure; and the room that the axis takes. */
const LETTER = 6.6;
const FIGURE = 8;
const AXIS = 50;
const MARGIN = 18;

customElements.define('mw-threshold', MwThreshold);
