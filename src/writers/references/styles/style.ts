/**
 * A citation style for the three kinds of work a survey holds (preprint, paper in proceedings, journal article), as a
 * CSL 1.0 document.
 *
 * @param options attributes of the `style` element besides namespace, class and version
 * @param body macros and the layout of one entry of the bibliography
 */
export function style(
  title: string,
  options: string,
  body: { macros: string; layout: string },
): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0" ${options}>
  <info>
    <title>${title}</title>
    <id>${title.toLowerCase()}</id>
    <updated>2026-11-22T00:00:00+00:00</updated>
  </info>
  ${body.macros}
  <citation><layout><text variable="title"/></layout></citation>
  <bibliography><layout>${body.layout}</layout></bibliography>
</style>`;
}
