// <mw-palette>: Ctrl K finds and does anything. `items` is a list of {title, group, href}; the server fills it on `palette-open`.
import { upgrade } from './upgrade.js';

class MwPalette extends HTMLElement {
  #items = [];
  #shown = [];
  #at = 0;
  #onKey = (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      this.open();
    }
  };

  set items(value) {
    this.#items = typeof value === 'string' ? JSON.parse(value) : value;
    if (this.querySelector('dialog')?.open) this.#filter();
  }

  connectedCallback() {
    upgrade(this, 'items');
    document.addEventListener('keydown', this.#onKey);
    this.innerHTML = `<dialog><input type="text" role="combobox" aria-expanded="true" aria-controls="mw-palette-list" autocomplete="off" spellcheck="false">
      <div class="list" id="mw-palette-list" role="listbox"></div></dialog>`;
    const input = this.querySelector('input');
    input.placeholder = this.dataset.hint ?? 'Find or do anything';
    input.setAttribute('aria-label', input.placeholder);
    input.addEventListener('input', () => { this.#at = 0; this.#filter(); });
    input.addEventListener('keydown', (event) => this.#key(event));
    this.querySelector('dialog').addEventListener('click', (event) => {
      if (event.target === event.currentTarget || event.target.closest('a')) this.close();
    });
  }

  disconnectedCallback() {
    document.removeEventListener('keydown', this.#onKey);
  }

  open() {
    const dialog = this.querySelector('dialog');
    if (dialog.open) return;
    this.dispatchEvent(new CustomEvent('palette-open'));
    const input = this.querySelector('input');
    input.value = '';
    this.#at = 0;
    this.#filter();
    dialog.showModal();
    input.focus();
  }

  close() {
    this.querySelector('dialog').close();
  }

  #key(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && this.#shown.length) {
      event.preventDefault();
      this.#at = (this.#at + step + this.#shown.length) % this.#shown.length;
      this.#mark();
    } else if (event.key === 'Enter') {
      event.preventDefault();
      this.querySelectorAll('.list a')[this.#at]?.click();
    }
  }

  #filter() {
    const words = this.querySelector('input').value.toLowerCase().split(/\s+/).filter(Boolean);
    this.#shown = this.#items.filter((item) => words.every((w) => `${item.title} ${item.group}`.toLowerCase().includes(w))).slice(0, 40);
    const list = this.querySelector('.list');
    list.replaceChildren(...this.#shown.map((item, i) => {
      const link = document.createElement('a');
      link.href = item.href;
      link.setAttribute('router-link', '');
      link.setAttribute('role', 'option');
      link.id = `mw-palette-${i}`;
      const group = document.createElement('small');
      group.textContent = item.group;
      link.append(item.title, group);
      return link;
    }));
    if (!this.#shown.length) {
      const none = document.createElement('div');
      none.className = 'none';
      none.textContent = this.dataset.none ?? 'Nothing found';
      list.append(none);
    }
    this.#mark();
  }

  #mark() {
    this.querySelectorAll('.list a').forEach((link, i) => {
      link.setAttribute('aria-selected', String(i === this.#at));
      if (i === this.#at) {
        this.querySelector('input').setAttribute('aria-activedescendant', link.id);
        link.scrollIntoView({ block: 'nearest' });
      }
    });
  }
}

customElements.define('mw-palette', MwPalette);
