// Prints the page as it is meant: what loads only when it comes near the window is fetched first.
window.millwrightPrint = async () => {
  await Promise.all([...document.querySelectorAll('[src]')].map((element) => element.load?.call(element)).filter((it) => it instanceof Promise));
  // The pictures are drawn in the frames that follow.
  await new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); });
  window.print();
};
