import {
  DOI_PREFIX,
  type Identifier,
  type IdentifierScheme,
  identifierSchemes,
} from '../../model/index.ts';
import { compareText } from '../lists.ts';

/** `2507.17249`, `arXiv:2507.17249v2`; year and month first (https://info.arxiv.org/help/arxiv_identifier.html). */
const arxivNew = /(?:^|[^\d.])(\d{2}(?:0[1-9]|1[0-2])\.\d{4,5})(?:v\d+)?(?![\d])/;
/** `cond-mat/9701067`, `math.GT/0309136v1` */
const arxivOld =
  /(?:^|[^a-z-])([a-z][a-z-]{1,9})(?:\.[A-Z]{2})?\/(\d{2}(?:0[1-9]|1[0-2])\d{3})(?:v\d+)?(?!\d)/;
/**
 * `10.1145/3711896.3737079`, wherever it stands in the value; angle brackets as in
 * `10.1175/1520-0469(1998)055<0001:TROC>2.0.CO;2` (SICI, ANSI/NISO Z39.56) and not those of a tag of HTML or JATS.
 */
const doiPattern = new RegExp(
  String.raw`${DOI_PREFIX}(?:[^\s"<>]|<[\w.+-]*:[\w:.+-]*>|<(?!(?:a|abbr|b|br|code|div|em|font|i|li|ol|p|q|s|small|span|strong|sub|sup|td|tr|tt|u|ul)>)[\w.+-]{1,40}>(?=[^\s"<>]))+`,
);
/** DOIs that arXiv gives: `10.48550/arxiv.2507.17249`. */
const arxivDoi = /^10\.48550\/arxiv\.(.+)$/;
/** `2023.acl-long.123`, `P19-1234` */
const aclPattern = /^(?:\d{4}\.[a-z0-9_]+-[a-z0-9]+\.\d+|[A-Z]\d{2}-\d{4,5})$/;
const openreviewPattern = /^[A-Za-z0-9_-]{6,}$/;
const pmidPattern = /^\d{1,8}$/;

/** Hosts whose addresses carry an arXiv identifier in the path. */
const arxivHosts = ['arxiv.org', 'alphaxiv.org', 'huggingface.co', 'hf.co', 'paperswithcode.com'];

/** `2507.17249` for any way of writing an arXiv identifier, version left out; undefined for anything else. */
export function arxivId(text: string): string | undefined {
  const recent = arxivNew.exec(text)?.[1];
  if (recent !== undefined) return recent;
  const old = arxivOld.exec(text);
  return old === null ? undefined : `${old[1]}/${old[2]}`;
}

/** A bare lower-case DOI (https://www.doi.org/doi-handbook/HTML/index.html), or undefined. */
export function doi(text: string): string | undefined {
  const found = doiPattern.exec(unescaped(text))?.[0];
  if (found === undefined) return undefined;
  let end = found.length;
  while (end > 0 && '.,;:\'"]}'.includes(found[end - 1] ?? '')) end -= 1;
  let bare = found.slice(0, end);
  if (bare.endsWith(')') && !bare.includes('(')) bare = bare.slice(0, -1);
  return bare.toLowerCase();
}

/** `10.1000/a(b)` for `10.1000/a%28b%29`; text that is no valid escape stays. */
function unescaped(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The identifier a value of one scheme stands for, in normal form; an arXiv DOI stands for the arXiv identifier. */
export function readIdentifier(scheme: IdentifierScheme, text: string): Identifier | undefined {
  const value = text.trim();
  switch (scheme) {
    case 'arxiv': {
      const id = arxivId(value);
      return id === undefined ? undefined : { scheme, value: id };
    }
    case 'doi': {
      const bare = doi(value);
      if (bare === undefined) return undefined;
      const id = arxivDoi.exec(bare)?.[1];
      const ofArxiv = id === undefined ? undefined : arxivId(id);
      return ofArxiv === undefined ? { scheme, value: bare } : { scheme: 'arxiv', value: ofArxiv };
    }
    case 'openreview':
      return openreviewPattern.test(value) ? { scheme, value } : readUrl(value, scheme);
    case 'acl':
      return aclPattern.test(value) ? { scheme, value } : readUrl(value, scheme);
    case 'pmid': {
      const id = value.replace(/^pmid:?\s*/i, '');
      return pmidPattern.test(id) ? { scheme, value: id } : readUrl(value, scheme);
    }
    case 'url':
      return readUrl(value);
    default:
      return scheme satisfies never;
  }
}

/** What an address identifies: the paper it names where the host is known, otherwise the page itself. */
function readUrl(text: string, wanted?: IdentifierScheme): Identifier | undefined {
  const found = identifyUrl(text);
  return wanted === undefined || found?.scheme === wanted ? found : undefined;
}

function identifyUrl(text: string): Identifier | undefined {
  const url = URL.parse(text) ?? URL.parse(`https://${text}`);
  if (url === null || !/^https?:$/.test(url.protocol) || !url.hostname.includes('.'))
    return undefined;
  const host = url.hostname.replace(/^www\./, '');
  const on = (name: string) => host === name || host.endsWith(`.${name}`);
  if (on('doi.org')) {
    const named = readIdentifier('doi', url.pathname);
    if (named !== undefined) return named;
  }
  if (arxivHosts.some(on)) {
    const id = arxivId(url.pathname);
    if (id !== undefined) return { scheme: 'arxiv', value: id };
  }
  if (on('openreview.net')) {
    const id = url.searchParams.get('id');
    if (id !== null && openreviewPattern.test(id)) return { scheme: 'openreview', value: id };
  }
  if (on('aclanthology.org') || on('aclweb.org')) {
    const id = (url.pathname.split('/').findLast((part) => part !== '') ?? '').replace(
      /(?:v\d+)?\.(?:pdf|bib)$/,
      '',
    );
    if (aclPattern.test(id)) return { scheme: 'acl', value: id };
  }
  if (on('pubmed.ncbi.nlm.nih.gov')) {
    const id = url.pathname.replaceAll('/', '');
    if (pmidPattern.test(id)) return { scheme: 'pmid', value: id };
  }
  return { scheme: 'url', value: url.href };
}

/** Order of `identifierSchemes`, then of values. */
export function compareIdentifiers(a: Identifier, b: Identifier): number {
  return (
    identifierSchemes.indexOf(a.scheme) - identifierSchemes.indexOf(b.scheme) ||
    Number(isFile(a)) - Number(isFile(b)) ||
    compareText(a.value, b.value)
  );
}

/** True for the address of a file of the paper, and not of a page about it. */
const isFile = ({ scheme, value }: Identifier) => scheme === 'url' && /\.pdf$/i.test(value);

/** One string for one identifier: `arxiv:2507.17249`. */
export function identifierKey({ scheme, value }: Identifier): string {
  return `${scheme}:${value}`;
}

/** The year an arXiv identifier was given in: 2025 for `2507.17249`, 1997 for `cond-mat/9701067`. */
export function arxivMonth(id: string): { year: number; month: number } {
  const digits = id.slice(id.indexOf('/') + 1);
  const short = Number(digits.slice(0, 2));
  return { year: short >= 91 ? 1900 + short : 2000 + short, month: Number(digits.slice(2, 4)) };
}
