// <mw-confusion>: what was taken for what, as a table that readers can walk through. `data` is {classes, counts}: rows are
// the truth, columns what was said; the shade is the share of the row, so that rare classes are seen as well.
import { Drawn } from './drawn.js';
import { escape, number } from './format.js';

/** Up to so many classes a cell has room for share and count. */
const ROOMY = 8;

class MwConfusion extends Drawn {
  build() {
    const { classes, counts } = this.data;
    const roomy = classes.length <= ROOMY;
    const rows = counts.map((row, i) => this.#row(row, i, roomy));
    this.innerHTML = `<p class="finding"></p><div class="mw-scroll" role="group" tabindex="0">
      <table class="${roomy ? 'roomy' : 'dense'}">
      <thead><tr><td></td><th scope="colgroup" colspan="${classes.length}" class="axis">${escape(this.text('said'))}</th><td></td></tr>
      <tr><th scope="col" class="truth axis">${escape(this.text('truth'))}</th>${classes.map((c) => `<th scope="col"><span>${escape(c)}</span></th>`).join('')}
        <th scope="col" class="sum">${escape(this.text('all'))}</th></tr></thead>
      <tbody>${rows.join('')}</tbody>
      <tfoot><tr><th scope="row" class="truth">${escape(this.text('right'))}</th>${classes.map((_, j) => `<td>${number(this.#precision(j), '%')}</td>`).join('')}
        <td class="sum">${number(this.#accuracy(), '%')}</td></tr></tfoot></table></div>`;
    this.querySelector('.mw-scroll').setAttribute('aria-label', this.data.title ?? '');
    this.querySelector('.finding').textContent = this.#finding();
  }

  #row(row, i, roomy) {
    const { classes } = this.data;
    const sum = row.reduce((a, b) => a + b, 0);
    const cells = row.map((count, j) => {
      const share = sum ? count / sum : 0;
      const kind = i === j ? 'hit' : 'miss';
      const words = this.text('cell', number(count), classes[i], classes[j], number(share, '%'));
      return `<td class="${kind}${count ? '' : ' nil'}" style="--share:${share.toFixed(3)}" title="${escape(words)}">
        <b>${count || i === j ? rounded(share, roomy) : '·'}</b>${roomy ? `<small>${number(count)}</small>` : ''}</td>`;
    });
    return `<tr><th scope="row" class="truth"><span>${escape(classes[i])}</span></th>${cells.join('')}<td class="sum">${number(sum)}</td></tr>`;
  }

  #precision(j) {
    const said = this.data.counts.reduce((sum, row) => sum + row[j], 0);
    return said ? this.data.counts[j][j] / said : null;
  }

  #accuracy() {
    const all = this.data.counts.flat().reduce((a, b) => a + b, 0);
    return all ? this.data.counts.reduce((sum, row, i) => sum + row[i], 0) / all : null;
  }

  /** The mix-up that takes the largest share of its class. */
  #finding() {
    const { classes, counts } = this.data;
    let worst = null;
    counts.forEach((row, i) => {
      const sum = row.reduce((a, b) => a + b, 0);
      row.forEach((count, j) => {
        if (i !== j && count > 0 && (!worst || count / sum > worst.share)) worst = { i, j, count, share: count / sum };
      });
    });
    return worst
      ? this.text('finding', classes[worst.i], classes[worst.j], number(worst.share, '%'), number(worst.count))
      : this.text('clean');
  }
}

function rounded(share, roomy) {
  if (roomy) return number(share, '%');
  const percent = share * 100;
  return percent > 0 && percent < 1 ? '<1' : String(Math.round(percent));
}

customElements.define('mw-confusion', MwConfusion);
