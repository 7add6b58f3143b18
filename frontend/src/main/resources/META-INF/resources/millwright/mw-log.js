// <mw-log>: log lines as they come. Follows the end until the reader scrolls up; keeps the last 5,000 lines on the page.
const KEPT = 5000;

class MwLog extends HTMLElement {
  #following = true;
  #count = 0;
  #lines;
  // Moved, resized or shown at last: a log that follows stays at its end.
  #observer = new ResizeObserver(() => {
    if (this.#following && this.#lines) this.#lines.scrollTop = this.#lines.scrollHeight;
  });

  connectedCallback() {
    this.#observer.observe(this);
    if (this.#lines) return;
    this.innerHTML = `<div class="lines" role="log" aria-live="off" tabindex="0"></div>
      <div class="tools"><span class="state"></span><button type="button"></button></div>`;
    this.#lines = this.querySelector('.lines');
    this.#lines.setAttribute('aria-label', this.dataset.label ?? 'Log');
    this.#lines.addEventListener('scroll', () => this.#scrolled());
    this.querySelector('button').addEventListener('click', () => this.#follow(true));
    this.#say();
    // Lines that came before this module was loaded.
    const early = this.early ?? [];
    delete this.early;
    if (early.length) this.add(early);
  }

  disconnectedCallback() {
    this.#observer.disconnect();
  }

  /** Appends lines of {time, text, tone}; tone is '', 'warn', 'error' or 'mark'. */
  add(lines) {
    const fragment = document.createDocumentFragment();
    for (const { time, text, tone } of lines) {
      const row = document.createElement('div');
      if (tone) row.className = tone;
      const when = document.createElement('time');
      when.textContent = time;
      row.append(when, text);
      fragment.append(row);
    }
    this.#lines.append(fragment);
    this.#count += lines.length;
    while (this.#lines.childElementCount > KEPT) this.#lines.firstChild.remove();
    if (this.#following) this.#lines.scrollTop = this.#lines.scrollHeight;
    this.#say();
  }

  clear() {
    this.#lines.textContent = '';
    this.#count = 0;
    this.#say();
  }

  #scrolled() {
    const atEnd = this.#lines.scrollHeight - this.#lines.scrollTop - this.#lines.clientHeight < 24;
    if (atEnd !== this.#following) this.#follow(atEnd);
  }

  #follow(on) {
    this.#following = on;
    if (on) this.#lines.scrollTop = this.#lines.scrollHeight;
    this.#say();
  }

  #say() {
    const count = `${new Intl.NumberFormat().format(this.#count)} ${this.dataset.unit ?? 'lines'}`;
    const live = this.hasAttribute('live');
    const mode = !live ? '' : this.#following ? `${this.dataset.following ?? 'following'} · ` : `${this.dataset.paused ?? 'paused'} · `;
    this.querySelector('.state').textContent = mode + count;
    const button = this.querySelector('button');
    button.textContent = this.dataset.follow ?? 'Follow the end';
    button.hidden = this.#following;
  }
}

customElements.define('mw-log', MwLog);
