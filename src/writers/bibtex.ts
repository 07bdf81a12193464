import type { Name, RichText, Site, Work } from '../model/index.ts';
import { toLatex } from '../text/index.ts';
import { addressOf, identifierOf, permalinkUrl } from './addresses.ts';
import type { Writer } from './writer.ts';

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/**
 * BibTeX with the fields arXiv itself gives (`@misc`, `eprint`, `archivePrefix`, `primaryClass`).
 *
 * Written from the rich text and not through a library: the ones there are escape `$`, so a title
 * such as `$R^{4}$ec` would print its dollars.
 */
export const bibtex: Writer = {
  format: 'bibtex',
  label: 'BibTeX',
  extension: 'bib',
  mediaType: 'application/x-bibtex',
  write: (works, { site }) => works.map((work) => entry(work, site)).join('\n'),
};

function entry(work: Work, site: Site): string {
  const fields = fieldsOf(work, site).map(([name, value]) => `  ${name.padEnd(13)} = ${value},\n`);
  return `@misc{${work.citationKey},\n${fields.join('')}}\n`;
}

function fieldsOf(work: Work, site: Site): [name: string, value: string][] {
  const { authors, issued, abstract, categories, venue } = work.fields;
  const arxiv = identifierOf(work, 'arxiv');
  const doi = identifierOf(work, 'doi');
  const identifier = work.identifiers[0]?.value;
  const [year, month] = issued?.value.iso.split('-') ?? [];
  const monthName = month && months[Number(month) - 1];
  const names = authors?.value.names.map(bibtexName) ?? [];
  if (names.length > 0 && authors?.value.more) names.push('others');

  const fields: [string, string | undefined][] = [
    ['title', braced(protectCapitals(work.title.value.rich))],
    ['author', names.length > 0 ? braced(names.join(' and ')) : undefined],
    ['year', year && braced(year)],
    ['month', monthName],
    ['eprint', arxiv && braced(arxiv)],
    ['archivePrefix', arxiv && braced('arXiv')],
    ['primaryClass', arxiv && categories?.value[0] && braced(categories.value[0])],
    ['doi', doi && braced(doi)],
    ['url', braced(identifier ? addressOf(identifier) : permalinkUrl(work, site))],
    ['note', venue && braced(latexOf(venue.value))],
    ['abstract', abstract && braced(toLatex(abstract.value.rich))],
  ];
  return fields.filter((field): field is [string, string] => Boolean(field[1]));
}

const braced = (value: string) => `{${value}}`;

const latexOf = (text: string) => toLatex([{ type: 'text', value: text }]);

/** `KAN-AD` or `LLMs`: a word with a capital after its first letter, or a capital beside a digit. */
const MIXED_CASE = /[^\s{}$\\]*(?:[\p{L}\d-][\p{Lu}]|[\p{Lu}]\d)[^\s{}$\\]*/gu;

/** A title in LaTeX whose acronyms, mixed-case names and formulas keep their capitals under styles that lower-case titles. */
function protectCapitals(title: RichText): string {
  return title
    .map((node) => {
      const latex = toLatex([node]);
      if (node.type === 'math') return braced(latex);
      if (node.type !== 'text') return latex;
      return latex.replaceAll(MIXED_CASE, (word) => braced(word));
    })
    .join('');
}

function bibtexName(name: Name): string {
  if (!name.family) return braced(latexOf(name.literal));
  const family = [name.particle, name.family].filter(Boolean).join(' ');
  return [family, name.suffix, name.given]
    .filter((part) => part !== undefined)
    .map(latexOf)
    .join(', ');
}
