// @module-tag exports-whole
import papaparse from 'papaparse';
import { describe, expect, it } from 'vitest';
import { contextObject } from '../../src/metadata/coins.ts';
import { embeddedMetadata } from '../../src/metadata/embedded.ts';
import { jsonLd, scholarlyArticle } from '../../src/metadata/json-ld.ts';
import {
  type Fields,
  type ItemType,
  itemTypes,
  type Publication,
  siteSchema,
  type Work,
} from '../../src/model/index.ts';
import { references } from '../../src/references/index.ts';
import { surveyWriters } from '../../src/writers/index.ts';
import { madeUpWork } from '../pipeline/made-up-work.ts';

const site = siteSchema.parse({ url: 'https://example.org/survey/' });
const from = { kind: 'inferred', rule: 'made up for a test' } as const;

/** A word of its own for every value, by which it is found again in whatever a format makes of it. */
const signOf = (name: string) => `q${name.toLowerCase().replaceAll(/[^a-z]/g, '')}q`;
const person = (name: string) => ({ literal: signOf(name), given: 'Ada', family: signOf(name) });
const rich = (name: string) => [{ type: 'text' as const, value: signOf(name) }];

/** All that a work may say of how it appeared; one that the model gains later fails the types here. */
const published: Required<Omit<Publication, 'type' | 'kind' | 'isPreprint' | 'archive'>> = {
  genre: signOf('genre'),
  issued: { iso: '1951-06-02', of: 'publication', yearInferred: false },
  posted: '1952-03-09',
  containerTitle: signOf('containerTitle'),
  containerTitleShort: signOf('containerTitleShort'),
  volume: signOf('volume'),
  issue: signOf('issue'),
  page: '716–26',
  articleNumber: signOf('articleNumber'),
  publisher: signOf('publisher'),
  publisherPlace: signOf('publisherPlace'),
  edition: signOf('edition'),
  collectionTitle: signOf('collectionTitle'),
  collectionNumber: signOf('collectionNumber'),
  isbn: signOf('isbn'),
  issn: signOf('issn'),
  institution: signOf('institution'),
  event: signOf('event'),
  eventPlace: signOf('eventPlace'),
  eventDate: '1953-05-04',
  chapterNumber: signOf('chapterNumber'),
  numberOfPages: signOf('numberOfPages'),
  language: signOf('language'),
  version: signOf('version'),
  status: signOf('status'),
  remark: signOf('remark'),
  editors: [person('editors')],
  translators: [person('translators')],
};

/** What stands elsewhere for a value that is no word: the same in every spelling. */
const SIGNS: Partial<Record<string, string>> = {
  issued: '1951',
  posted: '1952',
  eventDate: '1953',
  page: '716',
  endOfPages: '726',
  doi: '10.5555/places',
  arxiv: '2406.10001',
  pmid: '31234567',
  url: 'https://example.org/places',
};

/** Fields that stand in for one another in formats which have one place for them: each is left out where the other is asked for. */
const ONE_PLACE: Partial<Record<string, readonly (keyof Publication)[]>> = {
  institution: ['publisher'],
  collectionNumber: ['issue'],
  articleNumber: ['issue', 'collectionNumber', 'page'],
  version: ['edition'],
  numberOfPages: ['page', 'articleNumber'],
  status: ['issued', 'posted'],
  // EndNote and RIS have one number in a database.
  pmid: ['archive'],
};

const identifiers = ['doi', 'arxiv', 'pmid', 'url'] as const;
const others = ['citationKey', 'otherKeys', 'title', 'authors', 'abstract', 'note', 'keywords'];
const names = [...Object.keys(published), 'endOfPages', ...others, ...identifiers];

/** A work of a type with a value in every field, but for those that stand in the place of the one asked for. */
function workOf(type: ItemType, asked: string): Work {
  const archive = { name: 'arXiv', id: SIGNS['arxiv'] ?? '' };
  const publication: Publication = { ...published, type, isPreprint: false, archive };
  for (const name of ONE_PLACE[asked] ?? []) Reflect.deleteProperty(publication, name);
  const title: Fields['title'] = { rich: rich('title'), source: '' };
  const withUrl = asked === 'url' ? ['url' as const] : identifiers;
  return {
    ...madeUpWork('a-work', 'A work'),
    citationKey: signOf('citationKey'),
    otherKeys: [signOf('otherKeys')],
    title: { value: title, from },
    publication,
    fields: {
      authors: { value: { names: [person('authors')], more: false }, from },
      abstract: { value: { rich: rich('abstract'), source: '' }, from },
      note: { value: signOf('note'), from },
    },
    identifiers: withUrl.map((scheme) => ({ value: { scheme, value: SIGNS[scheme] ?? '' }, from })),
    keywords: [{ value: { value: signOf('keywords'), kind: 'keyword' }, from }],
  };
}

/** Pairs of a place and the text there, as a pattern finds them. */
const pairsIn = (text: string, pattern: RegExp): [place: string, text: string][] =>
  Array.from(text.matchAll(pattern), ([, place = '', value = '']) => [place, value]);

/** The values of an object of JSON by their names, those of `publication` by its own. */
const valuesIn = (thing: object): [place: string, text: string][] =>
  Object.entries(thing).flatMap(([key, value]) =>
    key === 'publication' ? valuesIn(value) : [[key, JSON.stringify(value)]],
  );

/** How texts of each format are taken apart. */
const PLACES: Record<string, (text: string) => [place: string, text: string][]> = {
  bibtex: (text) => pairsIn(`key = ${text}`, /(\w+)\s+= (.*)/g),
  biblatex: (text) => pairsIn(`key = ${text}`, /(\w+)\s+= (.*)/g),
  ris: (text) => pairsIn(text, /^(\w\w) {2}- (.*)$/gm),
  enw: (text) => pairsIn(text, /^(%.) (.*)$/gm),
  'endnote-xml': (text) => pairsIn(text, /<([\w-]+)(?: [^>]*)?>([^<]+)</g),
  'csl-json': (text) => JSON.parse(text).flatMap(valuesIn),
  'json-lines': (text) => valuesIn(JSON.parse(text)).filter(([place]) => place !== 'observations'),
  csv: (text) => Object.entries(papaparse.parse<object>(text, { header: true }).data[0] ?? {}),
  markdown: (text) => [['text', text]],
};

/** What each format, and each kind of metadata and reference, says of a work, by the place where it does. */
const said = (work: Work): Record<string, [place: string, text: string][]> => ({
  ...Object.fromEntries(
    surveyWriters.map(({ format, write }) => [
      format,
      PLACES[format]?.(write([work], { site, records: new Map() })) ?? [],
    ]),
  ),
  highwire: embeddedMetadata(work, site).map(([place, text]) => [place, text]),
  'json-ld': valuesIn(JSON.parse(jsonLd(scholarlyArticle(work, site)))['@graph'][0]),
  coins: [...new URLSearchParams(contextObject(work, site))],
  references: references(work).map(({ label, plain }) => [label, plain]),
});

/** The same once for all fields for which the same is left out. */
const remembered = new Map<string, ReturnType<typeof said>>();
function saidFor(type: ItemType, asked: string): ReturnType<typeof said> {
  const key = [type, asked in ONE_PLACE || asked === 'url' ? asked : ''].join('/');
  const known = remembered.get(key) ?? said(workOf(type, asked));
  remembered.set(key, known);
  return known;
}

/** Where a format has a field, and of which types it has not what it has of others: `SP EP (not book)`. */
function cellOf(places: ReadonlyMap<ItemType, ReadonlySet<string>>): string {
  const all = [...new Set([...places.values()].flatMap((each) => [...each]))];
  const without = itemTypes.filter((type) => places.get(type)?.size === 0);
  if (all.length === 0) return '';
  const having = itemTypes.filter((type) => !without.includes(type));
  const some = having.length < without.length ? having.join(', ') : `not ${without.join(', ')}`;
  return `${all.join(' ')}${without.length === 0 ? '' : ` (${some})`}`;
}

describe('every field of a work', () => {
  it('stands in every format where that has a place for it', async () => {
    const lines = names.map((name) => {
      const sign = SIGNS[name] ?? signOf(name);
      const rows = new Map<string, Map<ItemType, Set<string>>>();
      for (const type of itemTypes) {
        for (const [format, pairs] of Object.entries(saidFor(type, name))) {
          const found = pairs.filter(([, text]) => text.toLowerCase().includes(sign));
          const row = rows.get(format) ?? new Map();
          rows.set(format, row.set(type, new Set(found.map(([place]) => place))));
        }
      }
      const cells = [...rows].map(([format, places]) => [format, cellOf(places)] as const);
      const held = cells.filter(([, cell]) => cell !== '').map((cell) => `  ${cell.join(': ')}\n`);
      const lacking = cells.filter(([, cell]) => cell === '').map(([format]) => format);
      return `${name}\n${held.join('')}  no place: ${lacking.join(', ')}\n`;
    });
    await expect(lines.join('\n')).toMatchFileSnapshot('places.txt');
  });
});
