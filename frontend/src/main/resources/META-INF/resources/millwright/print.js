// Prints the page as it is meant: charts as wide as the paper, in its colours, and what loads only when it comes near the
// window fetched first.
const paper = document.documentElement.classList;

const drawn = () => new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); });

function dress(on) {
  paper.toggle('mw-paper', on);
  window.dispatchEvent(new Event('millwright-theme'));
}

window.millwrightPrint = async () => {
  dress(true);
  await Promise.all([...document.querySelectorAll('[src]')].map((element) => element.load?.call(element)).filter((it) => it instanceof Promise));
  // The pictures are drawn in the frames that follow: for their new width, then what was fetched.
  await drawn();
  await drawn();
  window.addEventListener('afterprint', () => dress(false), { once: true });
  window.print();
};

// Who prints a report by keyboard gets the same.
window.addEventListener('keydown', (event) => {
  if (event.key !== 'p' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || !document.querySelector('.mw-report')) return;
  event.preventDefault();
  window.millwrightPrint();
});
