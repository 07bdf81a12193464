import fc from 'fast-check';
import { hostileText } from './hostile-text.ts';

/** What a hostile record says of a paper. */
const record = fc.record({
  title: hostileText,
  authors: fc.array(fc.record({ family: hostileText, given: hostileText }), { maxLength: 4 }),
  abstract: hostileText,
  venue: hostileText,
  date: fc.oneof(
    fc.constantFrom('2024', '2024-02-30', '13 Foo 99999', '-1', '0', '1e9', '2024-06'),
    hostileText,
  ),
  doi: fc.oneof(fc.constantFrom('10.1000/182', '10.1000/<script>', '10.1000/a"b'), hostileText),
  url: hostileText,
  key: hostileText,
});
type HostileRecord = typeof record extends fc.Arbitrary<infer R> ? R : never;

const namesOf = ({ authors }: HostileRecord) =>
  authors.map(({ family, given }) => `${family}, ${given}`);

const asXml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** How each format would write it, mostly without what the format escapes: so do programs that make such files. */
const WRITERS: Readonly<Record<string, (records: readonly HostileRecord[]) => string>> = {
  'a.bib': (records) =>
    records
      .map(
        (each) =>
          `@article{${each.key},\n  title = {${each.title}},\n  author = {${namesOf(each).join(' and ')}},\n  abstract = {${each.abstract}},\n  journal = "${each.venue}",\n  year = ${each.date},\n  doi = {${each.doi}},\n  url = {${each.url}}\n}\n`,
      )
      .join('\n'),
  'a.ris': (records) =>
    records
      .map((each) =>
        [
          'TY  - JOUR',
          `TI  - ${each.title}`,
          ...namesOf(each).map((name) => `AU  - ${name}`),
          `AB  - ${each.abstract}`,
          `JO  - ${each.venue}`,
          `PY  - ${each.date}`,
          `DO  - ${each.doi}`,
          `UR  - ${each.url}`,
          'ER  - ',
          '',
        ].join('\n'),
      )
      .join('\n'),
  'a.json': (records) =>
    JSON.stringify(
      records.map((each) => ({
        id: each.key,
        type: 'article-journal',
        title: each.title,
        author: each.authors,
        abstract: each.abstract,
        'container-title': each.venue,
        issued: { raw: each.date },
        DOI: each.doi,
        URL: each.url,
        [each.key]: each.title,
      })),
    ),
  'a.nbib': (records) =>
    records
      .map((each, at) =>
        [
          `PMID- ${at + 1}`,
          `TI  - ${each.title}`,
          `AB  - ${each.abstract}`,
          ...namesOf(each).map((name) => `FAU - ${name}`),
          `JT  - ${each.venue}`,
          `DP  - ${each.date}`,
          `LID - ${each.doi} [doi]`,
          '',
        ].join('\n'),
      )
      .join('\n'),
  'a.wos': (records) =>
    [
      'FN Clarivate Analytics Web of Science',
      'VR 1.0',
      ...records.map((each) =>
        [
          'PT J',
          `AU ${namesOf(each).join('\n   ')}`,
          `TI ${each.title}`,
          `SO ${each.venue}`,
          `AB ${each.abstract}`,
          `PY ${each.date}`,
          `DI ${each.doi}`,
          'ER',
          '',
        ].join('\n'),
      ),
      'EF',
    ].join('\n'),
  'a.csv': (records) =>
    [
      'Title,Authors,Abstract,Venue,Year,DOI,URL',
      ...records.map((each) =>
        [
          each.title,
          namesOf(each).join('; '),
          each.abstract,
          each.venue,
          each.date,
          each.doi,
          each.url,
        ]
          .map((cell) => `"${cell.replaceAll('"', '""')}"`)
          .join(','),
      ),
    ].join('\n'),
  'a.tsv': (records) =>
    [
      'Title\tAuthors\tAbstract\tYear\tDOI',
      ...records.map((each) =>
        [each.title, namesOf(each).join('; '), each.abstract, each.date, each.doi].join('\t'),
      ),
    ].join('\n'),
  'atom.xml': (records) =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n${records
      .map(
        (each, at) =>
          `<entry><id>http://arxiv.org/abs/2401.0000${at}v1</id><title>${asXml(each.title)}</title><summary>${each.abstract}</summary>${each.authors.map(({ family, given }) => `<author><name>${asXml(`${given} ${family}`)}</name></author>`).join('')}<published>${asXml(each.date)}</published><arxiv:doi xmlns:arxiv="http://arxiv.org/schemas/atom">${asXml(each.doi)}</arxiv:doi></entry>`,
      )
      .join('\n')}\n</feed>\n`,
  'zotero.rdf': (records) =>
    `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:z="http://www.zotero.org/namespaces/export#" xmlns:bib="http://purl.org/net/biblio#" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:foaf="http://xmlns.com/foaf/0.1/">\n${records
      .map(
        (each, at) =>
          `<bib:Article rdf:about="#item_${at}"><z:itemType>journalArticle</z:itemType><dc:title>${asXml(each.title)}</dc:title><bib:authors><rdf:Seq>${each.authors.map(({ family, given }) => `<rdf:li><foaf:Person><foaf:surname>${asXml(family)}</foaf:surname><foaf:givenName>${given}</foaf:givenName></foaf:Person></rdf:li>`).join('')}</rdf:Seq></bib:authors><dcterms:abstract>${asXml(each.abstract)}</dcterms:abstract><dc:date>${asXml(each.date)}</dc:date></bib:Article>`,
      )
      .join('\n')}\n</rdf:RDF>\n`,
  'list.md': (records) =>
    `# Walks\n\n${records
      .map(
        (each, at) =>
          `- [${each.title}](https://arxiv.org/abs/2402.0000${at}) ${namesOf(each).join(', ')} *${each.venue}* ${each.date}`,
      )
      .join('\n')}\n`,
  'page.txt': (records) =>
    records
      .map(
        (each, at) =>
          `${each.abstract} ${each.title}. And so it goes on for a while, as abstracts do.\nAccepted at ${each.venue.replaceAll('\n', ' ')}\narXiv:2403.0000${at} - doi: 10.1145/${at}`,
      )
      .join(''),
  'search.txt': (records) =>
    `Showing 1–${records.length} of ${records.length} results\n\n${records
      .map(
        (each, at) =>
          `    arXiv:2404.0000${at} [pdf, ps, other]\ncs.LG\n${each.title}\nAuthors: ${namesOf(each).join(', ')}\n\nAbstract: ${each.abstract}\n\n△ Less\nSubmitted ${each.date}; originally announced June 2024.\n`,
      )
      .join('\n')}`,
};

/** One seed of a format with anything in its values. */
export const hostileSeed: fc.Arbitrary<{ name: string; text: string }> = fc
  .tuple(
    fc.constantFrom(...Object.entries(WRITERS)),
    fc.array(record, { minLength: 1, maxLength: 4 }),
  )
  .map(([[name, write], records]) => ({ name, text: write(records) }));

/** Any name that a file system allows. */
export const hostileName: fc.Arbitrary<string> = hostileText
  .map((text) => text.replaceAll(/[\0/]/g, '').toWellFormed().slice(0, 85).toWellFormed())
  .filter((text) => !/^\.{0,2}$/.test(text));

/**
 * A survey's seeds of all formats under names of all kinds, with anything in their values, and some that are no text.
 *
 * @param seed the same seeds for the same number
 * @returns bytes by name
 */
export function hostileSurvey(count: number, seed: number): Map<string, Uint8Array> {
  const made = fc.sample(fc.tuple(hostileSeed, hostileName), { seed, numRuns: count - 4 });
  const seeds = made.map(([{ name, text }, odd], at) => {
    // A number keeps two apart that a file system takes for one.
    return [at % 3 === 0 ? `${at}${odd}` : `${at}-${name}`, bytesOf(text)] as const;
  });
  return new Map([
    ...seeds,
    ['empty.txt', new Uint8Array()],
    ['nul.txt', new Uint8Array(300)],
    ['paper.pdf', bytesOf('%PDF-1.7 <script>alert(1)</script>')],
    ['noise', Uint8Array.from({ length: 256 }, (_, byte) => byte)],
  ]);
}

/** Bytes of a text; halves of letters as old programs write them, which is no UTF-8. */
export function bytesOf(text: string): Uint8Array {
  const parts = text.split(/(\p{Cs})/u).map((part) => {
    const code = part.charCodeAt(0);
    return part.length === 1 && code >= 0xd800 && code <= 0xdfff
      ? Uint8Array.of(0xed, 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f))
      : new TextEncoder().encode(part);
  });
  return Buffer.concat(parts);
}
