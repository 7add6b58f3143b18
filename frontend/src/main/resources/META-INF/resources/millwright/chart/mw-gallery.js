// <mw-gallery>: images in groups, what the model looked at as an overlay, one large on click. `data` is {pictures: [{group,
// caption, detail, image, overlay}]} with PNGs in Base64, which come to the page as data: addresses only.
import { Drawn } from './drawn.js';
import { escape, number } from './format.js';

/** Pictures of a group that are shown before more are asked for. */
const FIRST = 12;

/** Below so many pixels an image is enlarged in blocks: blurring would invent detail. */
const TINY = 128;

const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

class MwGallery extends Drawn {
  #at = 0;

  build() {
    const { pictures } = this.data;
    const groups = new Map();
    pictures.forEach((picture, i) => groups.set(picture.group, [...(groups.get(picture.group) ?? []), i]));
    const tools = document.createElement('div');
    tools.className = 'tools';
    this.replaceChildren(tools, ...[...groups].map(([title, members]) => this.#group(title, members)), this.#dialog());
    if (pictures.some((p) => p.overlay)) this.#overlay(tools);
    else tools.remove();
  }

  #group(title, members) {
    const section = document.createElement('section');
    section.innerHTML = `<h3>${escape(title)} <small>${number(members.length)}</small></h3><div class="wall"></div>`;
    const wall = section.querySelector('.wall');
    const show = (some) => wall.append(...some.map((i) => this.#figure(i)));
    show(members.slice(0, FIRST));
    if (members.length > FIRST) {
      const more = document.createElement('button');
      more.type = 'button';
      more.className = 'mw-button';
      more.textContent = this.text('all', number(members.length));
      more.addEventListener('click', () => {
        show(members.slice(FIRST));
        more.remove();
        wall.children[FIRST].focus();
      });
      section.append(more);
    }
    return section;
  }

  #figure(i) {
    const { caption, detail } = this.data.pictures[i];
    const button = document.createElement('button');
    button.type = 'button';
    button.title = detail;
    const words = document.createElement('span');
    words.textContent = caption;
    // The words below name the button: the image says nothing more.
    button.append(this.#image(i, ''), words);
    button.addEventListener('click', () => this.#open(i));
    return button;
  }

  #image(i, words) {
    const { image, overlay } = this.data.pictures[i];
    const frame = document.createElement('span');
    frame.className = 'frame';
    frame.append(picture(image, words));
    if (overlay) {
      const over = picture(overlay, '');
      over.className = 'over';
      frame.append(over);
    }
    return frame;
  }

  #overlay(tools) {
    tools.innerHTML = `<label class="switch"><input type="checkbox" checked><span></span></label>
      <label class="strength"><span></span><input type="range" min="0" max="100" value="60"></label>`;
    const [on, strength] = tools.querySelectorAll('input');
    tools.querySelector('.switch span').textContent = this.text('overlay');
    tools.querySelector('.strength span').textContent = this.text('strength');
    const show = () => {
      strength.disabled = !on.checked;
      this.style.setProperty('--over', on.checked ? strength.value / 100 : 0);
    };
    on.addEventListener('change', show);
    strength.addEventListener('input', show);
    show();
  }

  #dialog() {
    const dialog = document.createElement('dialog');
    dialog.innerHTML = `<div class="large"></div><div class="words"><strong></strong><p></p></div>
      <div class="walk"><button type="button" class="mw-button back">‹</button><span class="place"></span>
      <button type="button" class="mw-button on">›</button><button type="button" class="mw-button close"></button></div>`;
    const [back, on, close] = ['back', 'on', 'close'].map((name) => dialog.querySelector(`.${name}`));
    back.setAttribute('aria-label', this.text('back'));
    on.setAttribute('aria-label', this.text('on'));
    close.textContent = this.text('close');
    back.addEventListener('click', () => this.#large(this.#at - 1));
    on.addEventListener('click', () => this.#large(this.#at + 1));
    close.addEventListener('click', () => dialog.close());
    dialog.addEventListener('click', (event) => event.target === dialog && dialog.close());
    dialog.addEventListener('keydown', (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (step) this.#large(this.#at + step);
    });
    return dialog;
  }

  #open(i) {
    this.#large(i);
    this.querySelector('dialog').showModal();
  }

  #large(i) {
    const { pictures } = this.data;
    if (i < 0 || i >= pictures.length) return;
    this.#at = i;
    const dialog = this.querySelector('dialog');
    const { group, caption, detail } = pictures[i];
    dialog.setAttribute('aria-label', caption);
    dialog.querySelector('.large').replaceChildren(this.#image(i, detail));
    dialog.querySelector('strong').textContent = `${group}: ${caption}`;
    dialog.querySelector('p').textContent = detail;
    dialog.querySelector('.place').textContent = this.text('of', number(i + 1), number(pictures.length));
    dialog.querySelector('.back').disabled = i === 0;
    dialog.querySelector('.on').disabled = i === pictures.length - 1;
  }
}

function picture(base64, words) {
  const image = document.createElement('img');
  image.alt = words;
  image.decoding = 'async';
  image.addEventListener('load', () => image.classList.toggle('tiny', image.naturalWidth < TINY && image.naturalHeight < TINY));
  if (BASE64.test(base64)) image.src = `data:image/png;base64,${base64}`;
  return image;
}

customElements.define('mw-gallery', MwGallery);
