/** Scripts stand in `assets/` below the site's first page, whatever page runs them. */
const script = document.currentScript;
export const root = new URL(
  '../',
  script instanceof HTMLScriptElement ? script.src : document.baseURI,
);

/** Whether the page was opened from disk, where a link must name a file. */
export const isOnDisk = location.protocol === 'file:';

/** Address of a page of this site, from its root path: `/papers/arxiv-2507.17249/`. */
export function address(path: string): string {
  const file = isOnDisk ? path.replace(/\/(?=$|[?#])/u, '/index.html') : path;
  return new URL(file.replace(/^\//u, ''), root).href;
}
