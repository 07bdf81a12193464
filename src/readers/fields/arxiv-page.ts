/** Pattern of an arXiv identifier with or without version: `2507.17249v2`, `cond-mat/9701067`. No groups. */
export const ARXIV_ID =
  '(?:\\d{4}\\.\\d{4,5}|[a-z][a-z-]{1,9}(?:\\.[A-Z]{2})?/\\d{7})(?:v\\d{1,2})?(?!\\d)';

/** Pattern of what an arXiv category is written as: `cs.LG`, `cond-mat.stat-mech`, `quant-ph`. No groups. */
export const ARXIV_CATEGORY =
  '(?:(?:[a-z]{2,8}(?:-[a-z]{2,4})?|q-(?:alg|bio|fin))\\.[A-Za-z]{2}[a-z-]{0,10}|acc-phys|adap-org|alg-geom|ao-sci|astro-ph|atom-ph|bayes-an|chao-dyn|chem-ph|cmp-lg|comp-gas|cond-mat|dg-ga|econ|eess|funct-an|gr-qc|hep-(?:ex|lat|ph|th)|math|math-ph|mtrl-th|nlin|nucl-(?:ex|th)|patt-sol|physics|plasm-ph|q-alg|q-bio|q-fin|quant-ph|solv-int|stat|supr-con)';

// `[pdf, ps, other]`, `[pdf, html, other]`, `[pdf]`, `[ps, pdf, other]`, with the marks of text browsers: `[[3]pdf, [4]other]`
const FORMATS_INNER = '(?:\\[\\d{1,4}\\])?(?:pdf|ps|html|other|src|dvi|tex|pdf only)';

/** Pattern of the list of formats behind an identifier on arXiv's pages: `[pdf, html, other]`. No groups. */
export const ARXIV_FORMATS = `\\[${FORMATS_INNER}(?:, ?${FORMATS_INNER}){0,6}\\]`;

/** Furniture of every arXiv page, as whole lines. */
const PAGE_LINES: readonly RegExp[] = [
  /^(?:skip to (?:main )?content|login|search|go|help|about|contact|subscribe|copyright|privacy policy|donate|field|previous|next|advanced search|previous next|home|new|recent|current browse context:?|get status notifications via email or slack|arxiv operational status|web accessibility assistance|report an issue(?: \(beta\))?)$/i,
  /^(?:we gratefully acknowledge support from|the simons foundation.{0,80}|and member institutions\.?|in just \d+ minutes help us improve arxiv:?|annual global survey|donate|full text)$/i,
  /^help \| advanced search(?: login)?$/i,
  /^(?:arxiv logo|cornell university(?: library)?|arxiv(?:\.org)?|open search|open navigation menu|quick links)$/i,
  /^(?:click here to contact arxiv|click here to subscribe|contact arxiv|subscribe to arxiv mailings|contact arxivcontact arxiv|subscribe to arxivsubscribe)$/i,
  // `1`, `2`, `…`, `1 2 3 4 5 … 12`, `50 100`
  /^(?:\d{1,6}|…|\.\.\.)(?: (?:\d{1,6}|…|\.\.\.)){0,20}$/,
];

/** True for a line that stands on every page of arXiv's site. */
export function isArxivFurniture(line: string): boolean {
  return line.length < 200 && PAGE_LINES.some((known) => known.test(line));
}
