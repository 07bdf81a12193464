import process from 'node:process';
import { sourceRecords } from '../src/pipeline/index.ts';

/** Pieces that readers look for, repeated until the size is reached: what makes a careless expression blow up. */
const shapes: Record<string, string> = {
  'opening brackets': '[',
  'opening braces': '{',
  'opening brackets and parentheses': '[(',
  blanks: ' ',
  'blanks and a letter': `${' '.repeat(50)}a`,
  'line ends': '\n',
  'tiny lines': 'a\n',
  'blank lines between tiny lines': 'a\n\n',
  digits: '1',
  'digits and dots': '1.',
  'quotation marks': '"',
  'quotation marks and commas': '",',
  commas: ',',
  tabs: 'a\t',
  'at signs': '@a{',
  'unclosed entries': '@article{a, title = {\n',
  'tags of RIS without an end': 'TY  - JOUR\nTI  - a\n',
  'opening tags': '<entry>',
  ampersands: '&amp',
  links: '[a](http://a.b/',
  bullets: '- [ ',
  dollars: '$a_{',
  backslashes: '\\',
  'arXiv labels': 'arXiv:',
  'arXiv ids': 'arXiv:2507.17249',
  badges: 'CLJun 8, 2023Code\n',
  bylines: '  • 6 authors\n·\nMay 12, 2022\n',
  'separators of mailings': '\\\\\n',
  labels: 'Title: a\nAuthors: b\n',
  'table rows': '| a | b |\n',
  'one word': 'a',
  words: 'lorem ipsum ',
  capitals: 'A',
  hyphens: '-',
  'full stops': '. ',
  'doi prefixes': '10.1000/',
  'web addresses': 'https://arxiv.org/abs/',
  'elements with titles': '<a><title>a</title>',
  'elements in elements': '<a><b>',
  'people of references': 'Lee A, ',
  'people with initials': 'A. Lee, ',
  'keys of references': '[Lee, 2019] ',
  'short lines apart': 'Ann Lee, Bo Fox\n\n',
  'high surrogates': '\ud83d\ude00',
};

/** Pieces of saved pages. */
const pageShapes: Record<string, string> = {
  'data of a page': '<meta name="citation_title" content="',
  'names of a page': '<meta name="citation_author" content="A">',
  'context objects': '<span class="Z3988" title="rft.atitle=a&amp;',
  'context objects with titles': '<span class="Z3988" title="rft.atitle=A+Title">a</span>',
  'scripts of data': '<script type="application/ld+json">{"@type":',
  'items in items': '<li><div>a</div><div>b</div>',
  'links in a page': '<a href="https://doi.org/10.1000/1">a',
};
const PAGE = '<!doctype html><html><body>';

const SMALL = 100_000;
const FACTOR = 8;
/** Growth allowed beyond that of the size: caches, collection of garbage. */
const SLACK = 2;

/** Reads inputs made to be slow at two sizes and prints the processor time per byte, and whether it grows. An argument names one. */
export async function hostile([only = '']: string[]): Promise<void> {
  let worst = { name: '', perByte: 0 };
  const all = [
    ...Object.entries(shapes).map(([name, piece]) => ({ name, piece, head: '' })),
    ...Object.entries(pageShapes).map(([name, piece]) => ({ name, piece, head: PAGE })),
  ];
  for (const { name, piece, head } of all.filter((shape) => only === '' || shape.name === only)) {
    const small = time(head, piece, SMALL);
    const large = time(head, piece, SMALL * FACTOR);
    const perByte = (1e6 * large) / (SMALL * FACTOR);
    const growth = large / Math.max(small, 1);
    if (perByte > worst.perByte) worst = { name, perByte };
    process.stdout.write(
      `${name.padEnd(34)} ${perByte.toFixed(0).padStart(7)} ns a byte, ${growth.toFixed(1).padStart(5)} times the time for ${FACTOR} times the size${growth > FACTOR * SLACK ? '  MORE THAN LINEAR' : ''}\n`,
    );
  }
  process.stdout.write(`worst: ${worst.name}, ${worst.perByte.toFixed(0)} ns a byte\n`);
}

/** Milliseconds of processor time for the better of two readings. */
function time(head: string, piece: string, size: number): number {
  const bytes = new TextEncoder().encode(head + piece.repeat(Math.ceil(size / piece.length)));
  const once = () => {
    const start = process.cpuUsage();
    sourceRecords({ path: 'hostile.txt', bytes });
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1e3;
  };
  return Math.min(once(), once());
}
