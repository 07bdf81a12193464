// Runs before the page is drawn, so that a remembered scheme does not flash.
const remembered = (() => {
  try {
    return localStorage.getItem('scheme');
  } catch {
    return null;
  }
})();
if (remembered === 'light' || remembered === 'dark') {
  document.documentElement.dataset['scheme'] = remembered;
}
