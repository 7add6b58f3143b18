// What all charts of reports have in common: data set by the server or fetched from `src` when the chart comes near the
// window, texts from the catalogue, a picture that follows its width and the colours of the page.
import { upgrade } from '../upgrade.js';
import { onThemeChange } from './palette.js';

let library;
export const echarts = () => (library ??= import('/_static/echarts/6.0.0/dist/echarts.esm.min.js'));

/** Pixels below the window at which a chart begins to load. */
const NEAR = 600;

export class Drawn extends HTMLElement {
  #data = null;
  #loading = null;
  #resizing = null;
  #sight = null;
  #stopTheme = null;
  #width = 0;
  #pictures = new Set();

  set data(value) {
    this.#data = typeof value === 'string' ? JSON.parse(value) : value;
    this.#show();
  }

  get data() {
    return this.#data;
  }

  connectedCallback() {
    upgrade(this, 'data');
    this.#stopTheme = onThemeChange(() => this.#data && this.paint());
    this.#resizing = new ResizeObserver(() => this.#resized());
    this.#resizing.observe(this);
    if (this.#data) this.#show();
    else if (this.getAttribute('src') && !this.#sight) this.#wait();
  }

  // The server sets the address after it has put the element on the page.
  static observedAttributes = ['src'];

  attributeChangedCallback() {
    if (this.isConnected && !this.#data && !this.#sight && this.getAttribute('src')) this.#wait();
  }

  disconnectedCallback() {
    this.#stopTheme?.();
    this.#resizing?.disconnect();
    this.#sight?.disconnect();
    this.#sight = null;
    this.forget();
  }

  /** A text of the catalogue; {0}, {1} … stand for values. */
  text(key, ...values) {
    const texts = (this.texts ??= JSON.parse(this.dataset.texts ?? '{}'));
    return (texts[key] ?? key).replace(/\{(\d)\}/g, (all, i) => values[i] ?? all);
  }

  /** Fetches the data now, wherever the chart is: before printing. */
  load() {
    if (this.#data || !this.getAttribute('src')) return Promise.resolve();
    this.#sight?.disconnect();
    return (this.#loading ??= this.#fetch());
  }

  /** A picture of ECharts in an element of ours; forgotten with the chart. */
  async picture(element) {
    const { init } = await echarts();
    if (!element.isConnected) return null;
    const made = init(element, null, { renderer: 'svg' });
    this.#pictures.add(made);
    return made;
  }

  forget() {
    this.#pictures.forEach((picture) => picture.dispose());
    this.#pictures.clear();
  }

  /** Makes the elements, once for new data. */
  build() {}

  /** Draws the pictures: new data, new colours, new width. */
  paint() {}

  #show() {
    if (!this.isConnected || !this.#data) return;
    this.forget();
    this.build();
    this.toggleAttribute('ready', true);
  }

  #wait() {
    this.textContent = '';
    this.#sight = new IntersectionObserver((seen) => seen.some((s) => s.isIntersecting) && this.load(), { rootMargin: `${NEAR}px` });
    this.#sight.observe(this);
  }

  async #fetch() {
    try {
      const answer = await fetch(this.getAttribute('src'));
      if (!answer.ok) throw new Error(answer.statusText);
      this.data = await answer.json();
    } catch {
      this.#failed();
    }
    this.#loading = null;
  }

  #failed() {
    const again = document.createElement('button');
    again.type = 'button';
    again.className = 'mw-button';
    again.textContent = this.text('again');
    again.addEventListener('click', () => this.load());
    const words = document.createElement('p');
    words.textContent = this.text('failed');
    this.replaceChildren(words, again);
  }

  #resized() {
    if (!this.#data || this.clientWidth === this.#width) return;
    this.#width = this.clientWidth;
    this.#pictures.forEach((picture) => picture.resize());
    this.paint();
  }
}
