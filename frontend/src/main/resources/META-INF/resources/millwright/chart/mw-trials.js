// <mw-trials>: all trials of a search: how the best came about, which values were good, and all of them as a table.
// `data` is {objective, results: [{number, parameters, budget, status, objective, figures, seconds, reason}], chosen};
// the objective is made small.
import { Drawn } from './drawn.js';
import { axisTitle, escape, markup, number, span } from './format.js';
import { palette } from './palette.js';
import { parameter, progress } from './trial-options.js';
import { columns, sorted } from './trial-table.js';

class MwTrials extends Drawn {
  #progress = null;
  #parameters = [];
  #sort = { column: 0, down: false };
  #build = 0;

  async build() {
    const turn = ++this.#build;
    this.#progress = null;
    this.#parameters = [];
    const names = this.#names();
    this.innerHTML = `<p class="finding"></p><div class="canvas" role="img"></div>
      <div class="each">${names.map((name) => `<figure><figcaption>${escape(name)}</figcaption><div class="small" aria-hidden="true"></div></figure>`).join('')}</div>
      <div class="mw-scroll all" role="group" tabindex="0"><table class="mw-table"><thead></thead><tbody></tbody></table></div>`;
    const words = this.#finding();
    this.querySelector('.finding').textContent = words;
    this.querySelector('.canvas').setAttribute('aria-label', `${this.data.title ?? ''}. ${words}`);
    const table = this.querySelector('.all');
    table.setAttribute('aria-label', this.text('table'));
    table.addEventListener('click', (event) => {
      const button = event.target.closest('th button');
      if (button) this.#order(Number(button.dataset.column));
    });
    this.#table();
    const drawn = await this.picture(this.querySelector('.canvas'));
    if (turn !== this.#build) return;
    this.#progress = drawn;
    this.#parameters = [];
    for (const [i, element] of [...this.querySelectorAll('.small')].entries()) {
      const chart = await this.picture(element);
      if (turn !== this.#build) return;
      if (chart) this.#parameters.push({ name: names[i], chart });
    }
    this.paint();
  }

  /** Parameters that were varied, in the order of their names. */
  #names() {
    const all = new Set(this.data.results.flatMap((r) => Object.keys(r.parameters)));
    return [...all].filter((name) => new Set(this.data.results.map((r) => r.parameters[name])).size > 1).sort();
  }

  #finding() {
    const { results, chosen, objective } = this.data;
    const done = results.filter((r) => r.status === 'DONE');
    const lost = results.length - done.length;
    const best = done.reduce((a, b) => (a && a.objective <= b.objective ? a : b), null);
    if (!best) return this.text('none', number(results.length));
    const said = this.text('finding', number(results.length), number(lost), number(best.number), objective.title, number(best.objective, objective.unit));
    if (chosen) return chosen === best.number ? `${said} ${this.text('chosen')}` : `${said} ${this.text('other', number(chosen))}`;
    return 'chosen' in this.data && !this.data.live ? `${said} ${this.text('defaults')}` : said;
  }

  #order(column) {
    this.#sort = { column, down: this.#sort.column === column && !this.#sort.down };
    this.#table();
    this.querySelectorAll('th button')[column].focus();
  }

  #table() {
    const { results, chosen, objective } = this.data;
    const shown = columns(results, axisTitle(objective), (key) => this.text(key));
    const { column, down } = this.#sort;
    this.querySelector('thead').innerHTML = `<tr>${shown.map((c, i) => `<th scope="col" class="${c.words ? '' : 'r'}"
      ${i === column ? `aria-sort="${down ? 'descending' : 'ascending'}"` : ''}><button type="button" data-column="${i}">${escape(c.title)}</button></th>`).join('')}</tr>`;
    const value = (c, result) => {
      const found = c.value(result);
      if (c.time) return span(found);
      return typeof found === 'number' || found === null || found === undefined ? markup(found, c === shown[1] ? objective.unit : '') : escape(found);
    };
    this.querySelector('tbody').innerHTML = sorted(results, shown[column], down).map((result) => `<tr class="${result.number === chosen ? 'on' : ''}">
      ${shown.map((c) => `<td class="${c.words ? 'words' : 'r'}">${c.state ? this.#state(result) : value(c, result)}</td>`).join('')}</tr>`).join('');
  }

  #state(result) {
    if (result.status !== 'DONE') return `<span class="mw-chip warn">${escape(this.text('lost'))}</span> ${escape(result.reason)}`;
    if (result.number === this.data.chosen) return `<span class="mw-chip accent">${escape(this.text('taken'))}</span>`;
    return result.budget < 1 ? escape(this.text('part', number(result.budget, '%'))) : escape(this.text('full'));
  }

  paint() {
    const colors = palette();
    const words = { best: this.text('best'), lost: this.text('lost'), trial: this.text('trial'), taken: this.text('taken') };
    this.#progress?.setOption(progress(this.data, colors, words), { notMerge: true });
    this.#parameters.forEach(({ name, chart }) => chart.setOption(parameter(this.data, name, colors), { notMerge: true }));
  }
}

customElements.define('mw-trials', MwTrials);
