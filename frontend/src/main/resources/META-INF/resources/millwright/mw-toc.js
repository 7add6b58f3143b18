// <mw-toc>: the sections of the page, the one in sight marked. Made from the elements with `data-toc`, whose value is the title.
class MwToc extends HTMLElement {
  #sight = null;
  #seen = new Set();

  connectedCallback() {
    // The server adds this and its sections in one go, in whichever order.
    queueMicrotask(() => requestAnimationFrame(() => this.#build()));
  }

  disconnectedCallback() {
    this.#sight?.disconnect();
  }

  #build() {
    if (!this.isConnected) return;
    const sections = [...document.querySelectorAll('[data-toc]')];
    const list = document.createElement('ol');
    list.append(...sections.map((section) => {
      const link = document.createElement('a');
      link.href = `${location.pathname}${location.search}#${section.id}`;
      link.setAttribute('router-ignore', '');
      link.textContent = section.dataset.toc;
      link.addEventListener('click', (event) => this.#go(event, section));
      const item = document.createElement('li');
      item.append(link);
      return item;
    }));
    this.replaceChildren(list);
    this.hidden = sections.length < 2;
    this.#sight = new IntersectionObserver((news) => this.#mark(news, sections), { rootMargin: '-70px 0px -40% 0px' });
    sections.forEach((section) => this.#sight.observe(section));
    const wanted = sections.find((section) => location.hash === `#${section.id}`);
    wanted?.scrollIntoView();
  }

  #go(event, section) {
    event.preventDefault();
    event.stopPropagation();
    history.replaceState(history.state, '', event.currentTarget.href);
    section.scrollIntoView({ behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' });
    section.tabIndex = -1;
    section.focus({ preventScroll: true });
  }

  #mark(news, sections) {
    news.forEach((one) => (one.isIntersecting ? this.#seen.add(one.target) : this.#seen.delete(one.target)));
    const at = sections.findIndex((section) => this.#seen.has(section));
    this.querySelectorAll('a').forEach((link, i) => (i === at ? link.setAttribute('aria-current', 'true') : link.removeAttribute('aria-current')));
  }
}

customElements.define('mw-toc', MwToc);
