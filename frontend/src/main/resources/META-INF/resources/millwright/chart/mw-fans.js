// <mw-fans>: forecasts with what came, one item at a time: the worst first, found by title, walked through by arrow keys.
// `data` is {x, y, fans: [{title, badness, facts, actual, expected, bands: [{level, lower, upper}]}]}.
import { Drawn } from './drawn.js';
import { fan } from './fan-options.js';
import { axisTitle, escape, markup, moment, number } from './format.js';
import { palette } from './palette.js';

const TABLE = 120;

class MwFans extends Drawn {
  #order = [];
  #shown = [];
  #at = 0;
  // Stays in sight when no title fits what one searches for.
  #item = null;
  #chart = null;

  async build() {
    const { fans } = this.data;
    this.#order = fans.map((_, i) => i).sort((a, b) => fans[b].badness - fans[a].badness);
    this.#shown = this.#order;
    this.#item = null;
    this.#chart = null;
    this.innerHTML = `<div class="parts">
      <div class="pick">
        <input type="search" autocomplete="off" spellcheck="false">
        <div class="list" role="listbox" tabindex="0"></div>
      </div>
      <div class="one">
        <div class="walk"><h3 aria-live="polite"></h3><span class="place"></span>
          <button type="button" class="back">‹</button><button type="button" class="on">›</button></div>
        <div class="key"></div>
        <div class="canvas" role="img"></div>
        <ul class="facts"></ul>
        <details><summary></summary><div class="values" tabindex="0"></div></details>
      </div></div>`;
    this.toggleAttribute('single', fans.length < 2);
    this.#listen();
    this.#list();
    this.#choose(0);
    this.#chart = await this.picture(this.querySelector('.canvas'));
    this.paint();
  }

  #listen() {
    const search = this.querySelector('input');
    search.placeholder = this.text('search', number(this.data.fans.length));
    search.setAttribute('aria-label', search.placeholder);
    search.addEventListener('input', () => this.#filter(search.value));
    search.addEventListener('keydown', (event) => this.#key(event));
    const list = this.querySelector('.list');
    list.setAttribute('aria-label', this.text('items'));
    list.addEventListener('keydown', (event) => this.#key(event));
    list.addEventListener('click', (event) => {
      const row = event.target.closest('[role="option"]');
      if (row) this.#choose([...list.children].indexOf(row));
    });
    const back = this.querySelector('.back');
    back.setAttribute('aria-label', this.text('back'));
    back.addEventListener('click', () => this.#choose(this.#at - 1));
    const on = this.querySelector('.on');
    on.setAttribute('aria-label', this.text('on'));
    on.addEventListener('click', () => this.#choose(this.#at + 1));
    const details = this.querySelector('details');
    details.firstElementChild.textContent = this.text('values');
    details.addEventListener('toggle', () => details.open && this.#table());
  }

  #key(event) {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }[event.key];
    const end = event.target.matches('input') ? undefined : { Home: 0, End: this.#shown.length - 1 }[event.key];
    if (step === undefined && end === undefined) return;
    event.preventDefault();
    this.#choose(end ?? this.#at + step);
  }

  #filter(words) {
    const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
    const title = (i) => this.data.fans[i].title.toLowerCase();
    this.#shown = this.#order.filter((i) => wanted.every((word) => title(i).includes(word)));
    this.#list();
    if (this.#shown.length) this.#choose(0);
  }

  #list() {
    const { fans } = this.data;
    const most = Math.max(...fans.map((f) => f.badness), Number.MIN_VALUE);
    const list = this.querySelector('.list');
    list.innerHTML = this.#shown.map((i) => `<div role="option" id="${this.#id(i)}" aria-selected="false">
      <span>${escape(fans[i].title)}</span><i style="width:${Math.max(2, (100 * fans[i].badness) / most)}%"></i></div>`).join('')
      || `<div class="none">${escape(this.text('none'))}</div>`;
  }

  #id(i) {
    return `fan-${(this.number ??= MwFans.count = (MwFans.count ?? 0) + 1)}-${i}`;
  }

  #choose(at) {
    at = Math.min(Math.max(at, 0), this.#shown.length - 1);
    if (at < 0) return;
    this.#at = at;
    const item = this.data.fans[this.#shown[at]];
    this.#item = item;
    const list = this.querySelector('.list');
    [...list.children].forEach((row, i) => row.setAttribute('aria-selected', String(i === at)));
    list.setAttribute('aria-activedescendant', this.#id(this.#shown[at]));
    this.#scroll(list, list.children[at]);
    this.querySelector('h3').textContent = item.title;
    this.querySelector('.place').textContent = this.text('of', number(at + 1), number(this.#shown.length));
    this.querySelector('.back').disabled = at === 0;
    this.querySelector('.on').disabled = at === this.#shown.length - 1;
    this.querySelector('.facts').innerHTML = item.facts.map((fact) => `<li>${escape(fact)}</li>`).join('');
    this.querySelector('.key').innerHTML = this.#legend(item);
    this.querySelector('.canvas').setAttribute('aria-label', this.#describe(item));
    if (this.querySelector('details').open) this.#table();
    this.paint();
  }

  // Not scrollIntoView: that would move the page as well.
  #scroll(list, row) {
    if (row.offsetTop < list.scrollTop) list.scrollTop = row.offsetTop;
    const below = row.offsetTop + row.offsetHeight - list.clientHeight;
    if (below > list.scrollTop) list.scrollTop = below;
  }

  #legend(item) {
    const bands = item.bands.map((band, i) => `<span><i class="band b${Math.min(i, 2)}"></i>${escape(this.text('band', number(band.level, '%')))}</span>`);
    return `<span><i class="actual"></i>${escape(item.actual.title)}</span><span><i class="expected"></i>${escape(item.expected.title)}</span>${bands.join('')}`;
  }

  #describe(item) {
    const { y } = this.data;
    const end = (series) => number(series.y.findLast((v) => v !== null), y.unit);
    return `${item.title}. ${axisTitle(y)}. ${item.actual.title}: ${end(item.actual)}. ${item.expected.title}: ${end(item.expected)}. ${item.facts.join(' ')}`;
  }

  #table() {
    const { x, y } = this.data;
    const item = this.#item;
    const came = new Map(item.actual.x.map((at, i) => [at, item.actual.y[i]]));
    const head = [x.title, item.actual.title, item.expected.title, ...item.bands.map((b) => this.text('band', number(b.level, '%')))];
    const step = Math.max(1, Math.ceil(item.expected.x.length / TABLE));
    const rows = item.expected.x.map((at, i) => [at, i]).filter(([, i]) => i % step === 0).map(([at, i]) => `<tr>
      <td>${escape(x.unit === 'time' ? moment(at) : number(at, x.unit))}</td>
      <td class="r">${markup(came.get(at), y.unit)}</td><td class="r">${markup(item.expected.y[i], y.unit)}</td>
      ${item.bands.map((b) => `<td class="r">${markup(b.lower[i], y.unit)} – ${markup(b.upper[i], y.unit)}</td>`).join('')}</tr>`);
    this.querySelector('.values').innerHTML = `<table class="mw-table"><thead><tr>
      ${head.map((h, i) => `<th scope="col"${i ? ' class="r"' : ''}>${escape(h)}</th>`).join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
  }

  paint() {
    if (!this.#chart || !this.#item) return;
    const words = { begins: this.text('begins'), band: (level) => this.text('band', number(level, '%')) };
    this.#chart.setOption(fan(this.data, this.#item, palette(), words), { notMerge: true });
  }
}

customElements.define('mw-fans', MwFans);
