// @module-tag private-withheld
// @module-tag every-byte
import { expect, it } from 'vitest';
import { sourceRecords } from '../../../src/pipeline/index.ts';

const read = (text: string, publish: string[] = []) =>
  sourceRecords({ path: 'a.bib', bytes: new TextEncoder().encode(text) }, undefined, { publish });
const entry = (fields: string) => `@article{a, title = {On walks}, year = 2024, ${fields}}\n`;
const withheldIn = (text: string, found = read(text)) =>
  found.reading.account.parts
    .filter(({ withheld }) => withheld)
    .map(({ span }) =>
      new TextDecoder().decode(new TextEncoder().encode(text).slice(span.start, span.end)),
    );

it('a text keeps what is not private in it', () => {
  const text = entry('abstract = {We walk. Ask ada@walks.example, or see /home/ada/é.csv.}');
  const [record] = read(text).records;
  expect(record?.fields.abstract?.value.source).toBe('We walk. Ask [withheld], or see [withheld].');
  expect(withheldIn(text)).toEqual(['ada@walks.example', '/home/ada/é.csv']);
});

it('a name keeps its letters', () => {
  const [record] = read(entry('author = {Lee, Ann and Bo Li <bo@walks.example>}')).records;
  expect(record?.fields.authors?.value.names.map(({ literal }) => literal)).toEqual([
    'Lee, Ann',
    'Bo Li',
  ]);
});

it('an address of a file is no address of the paper', () => {
  const [record] = read(entry('url = {file:///home/ada/a.pdf}')).records;
  expect(record?.identifiers).toEqual([]);
});

it('a field that a library keeps for its owner says nothing, and its bytes are withheld', () => {
  const text = entry(
    'annote = {weak}, groups = {mine}, file = {a.pdf}, pdf = {https://a.example/a.pdf}',
  );
  expect(withheldIn(text)).toEqual(['weak', 'mine', 'a.pdf']);
  expect(read(text).records[0]?.raw.fields.filter(({ name }) => name === 'private')).toHaveLength(
    3,
  );
});

it('the account still tiles the file', () => {
  const text = entry('annote = {weak}, note = {by a@b.example and c@d.example}');
  let at = 0;
  for (const { span } of read(text).reading.account.parts) {
    expect(span.start).toBe(at);
    at = span.end;
  }
  expect(at).toBe(text.length);
});

it('what stands in an entry without a paper is withheld too, and no message quotes it', () => {
  const text = '@misc{a, annote = {a thought of mine}}\nwrite to ada@walks.example now\n';
  const found = read(`${entry('volume = 1')}${text}`);
  expect(withheldIn(`${entry('volume = 1')}${text}`)).toEqual([
    'a thought of mine',
    'ada@walks.example',
  ]);
  const said = found.messages.map((message) => message.text).join('\n');
  expect(said).not.toContain('ada@');
});

it('what its owner keeps in a table is known by the names of columns in other languages, too', () => {
  const text =
    'Title;Author;Year;Notizen;Datei;Chemin;メモ;Added by\nOn walks;Ann Lee;2024;weak;a.pdf;b/c;long;Bo\n';
  expect(withheldIn(text)).toEqual(['weak', 'a.pdf', 'b/c', 'long', 'Bo']);
});

it('a row without a title says nothing private, and is told of once', () => {
  const text =
    'Title,Author,DOI,Notes,Email\nOn walks,Ann Lee,10.1000/1,weak,\n,Bo Li,,my own thought,bo at home\n';
  expect(withheldIn(text)).toEqual(['weak', 'my own thought', 'bo at home']);
  expect(
    read(text).messages.flatMap(({ code, source }) => (source?.lines?.[0] === 3 ? [code] : [])),
  ).toEqual(['entry-without-title']);
});

it('groups and read states of JabRef are published nowhere', () => {
  const text = `@comment{jabref-meta: grouping: 0 AllEntriesGroup:; 1 StaticGroup:my rivals;}\n${entry('groups = {my rivals}, readstatus = {skimmed}, ranking = {rank5}, keywords = {gait}')}`;
  const [record] = read(text).records;
  expect(withheldIn(text)).toHaveLength(4);
  expect(JSON.stringify(record)).not.toMatch(/rivals|skimmed|rank5/);
});

it('a survey may publish a field on purpose', () => {
  const text = entry(
    'annote = {mine}, review = {ask ada@walks.example}, note = {to bo@walks.example}',
  );
  expect(withheldIn(text, read(text, ['Review', 'note']))).toEqual(['mine']);
  expect(read(text, ['note']).records[0]?.fields.note?.value).toBe('to bo@walks.example');
});
