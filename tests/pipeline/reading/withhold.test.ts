// @module-tag private-withheld
// @module-tag every-byte
import { expect, it } from 'vitest';
import { sourceRecords } from '../../../src/pipeline/index.ts';
import { privatePassages } from '../../../src/pipeline/reading/private-passages.ts';

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

it('a seed is the same bytes after it was read', () => {
  const text = entry('annote = {weak}, abstract = {Ask ada@walks.example.}');
  const bytes = Buffer.from(text);
  sourceRecords({ path: 'a.bib', bytes });
  expect(bytes.toString()).toBe(text);
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

it('what braces protect in a title is withheld with the text', () => {
  const text = '@misc{a, title = {Walks of {Ghent} and {Ada@walks.example}}, author = {Lee, Ann}}';
  const title = read(text).records[0]?.fields.title?.value;
  expect(title?.caseKept).toEqual(['Ghent']);
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

it('columns of the subject stay, whatever words of reading and filing are in their names', () => {
  const names =
    'Title;Author;Year;Stars;Tasks;Evaluation;Location;Status;User study;Memory (GB);Profile;Global/local;Open review;Priority;Review type;Personalization;Readability;Date added';
  const row =
    'On walks;Ann Lee;2024;54;walking;by hand;Basel;published;yes;16;steady;local;yes;high;scoping;none;good;2024-01-02 10:11';
  expect(withheldIn(`${names}\n${row}\n`)).toEqual([]);
});

it('whose library it is and who commented is told by no name of a field', () => {
  const text = `%% Created for Ada Lee at 2024-01-02 10:11:12 +0100\n${entry('comment-ada = {weak}, timestamp = {2024-01-02}, date-added = {2024 by bo}')}`;
  expect(withheldIn(text)).toEqual(['Ada Lee', 'ada', 'weak', '2024 by bo']);
  expect(JSON.stringify(read(text).records)).not.toMatch(/ada|weak| bo/i);
});

it('lines of Zotero’s Extra are published as far as they say something of the publication', () => {
  const text =
    'Key,Title,Author,Extra\nA,On walks,Ann Lee,"Original Title: Om\nmy rating: 4\nAnn lent it\nFunding: none"\n';
  expect(withheldIn(text)).toEqual(['my rating: 4', 'Ann lent it']);
});

it('a row without a title says nothing private, and is told of once', () => {
  const text =
    'Title,Author,DOI,Notes,Email\nOn walks,Ann Lee,10.1000/1,weak,\n,Bo Li,,my own thought,bo at home\n';
  expect(withheldIn(text)).toEqual(['weak', 'my own thought', 'bo at home']);
  expect(
    read(text).messages.flatMap(({ code, source }) => (source?.lines?.[0] === 3 ? [code] : [])),
  ).toEqual(['entry-without-title']);
});

it('whose library it is, where a copy stands and numbered files of it are its owner’s', () => {
  const text = entry('file2 = {weak.pdf}, mynote3 = {long}, library = {desk at home}');
  expect(withheldIn(text)).toEqual(['weak.pdf', 'long', 'desk at home']);
  expect(withheldIn(entry('library = {Basel, QA76}'))).toEqual([]);
  const json =
    '[{"library": {"type": "user", "name": "ada"}, "data": {"title": "On walks", "DOI": "10.1000/1"}}]';
  expect(withheldIn(json)).toEqual(['{"type": "user", "name": "ada"}']);
});

it('groups and read states of JabRef are published nowhere', () => {
  const text = `@comment{jabref-meta: grouping: 0 AllEntriesGroup:; 1 StaticGroup:my rivals;}\n${entry('groups = {my rivals}, readstatus = {skimmed}, ranking = {rank5}, keywords = {gait}')}`;
  const [record] = read(text).records;
  expect(withheldIn(text)).toHaveLength(4);
  expect(JSON.stringify(record)).not.toMatch(/rivals|skimmed|rank5/);
});

it('tags by which a library sorts its records are no keywords, and words like them are', () => {
  const text = entry(
    'keywords = {/unread, walks, \\_tablet\\_modified, ⛔ No DOI found, ★★, to read, reading, read aloud, moss/lichen, to-do, unread letters, \\#nosource}',
  );
  const [record] = read(text).records;
  const expected = ['walks', 'reading', 'read aloud', 'moss/lichen', 'unread letters'];
  expect(record?.keywords.map(({ value }) => value.value)).toEqual(expected);
  expect(withheldIn(text)).toEqual([
    '/unread',
    '\\_tablet\\_modified',
    '⛔ No DOI found',
    '★★',
    'to read',
    'to-do',
    '\\#nosource',
  ]);
});

it('a survey may publish a field on purpose', () => {
  const text = entry(
    'annote = {mine}, review = {ask ada@walks.example}, note = {to bo@walks.example}',
  );
  expect(withheldIn(text, read(text, ['Review', 'note']))).toEqual(['mine']);
  expect(read(text, ['note']).records[0]?.fields.note?.value).toBe('to bo@walks.example');
});

/** The withheld bytes of a seed of any format, and what is said of it. */
function readAs(path: string, text: string) {
  const found = sourceRecords({ path, bytes: new TextEncoder().encode(text) });
  return { found, withheld: withheldIn(text, found) };
}

it.each([
  ['EndNote', 'a.enw', '%0 Journal Article\n%T On walks\n%A Lee, Ann\n%D 2020\n%Z weak thoughts\n'],
  [
    'EndNote XML',
    'a.xml',
    '<xml><records><record><ref-type name="Journal Article">17</ref-type><contributors><authors><author>Lee, Ann</author></authors></contributors><titles><title>On walks</title></titles><dates><year>2021</year></dates><notes>weak thoughts</notes></record></records></xml>\n',
  ],
  [
    'a table in Markdown',
    'a.md',
    '# Walks\n\n| Paper | Authors | Year | Notes |\n|---|---|---|---|\n| [On walks](https://arxiv.org/abs/2401.00021) | Ann Lee | 2024 | weak thoughts |\n| [On runs](https://arxiv.org/abs/2401.00022) | Bo Li | 2024 | strong |\n',
  ],
  [
    'blocks with labels',
    'a.txt',
    'Title: On walks\nAuthors: Ann Lee\nYear: 2020\nNotes: weak thoughts\nAbstract: We walk.\n\nTitle: On runs\nAuthors: Bo Li\nYear: 2021\nNotes: strong\nAbstract: We run.\n\nTitle: On climbs\nAuthors: Cy Fox\nYear: 2021\nNotes: none\nAbstract: We climb.\n',
  ],
  ['a text that no reader knows', 'a.yaml', '- title: On walks\n  notes: weak thoughts\n'],
  ['JSON that no reader knows', 'a.json', '{"walk": {"my_notes": "weak thoughts", "length": 3}}\n'],
])('a note of the owner is withheld in %s', (_, path, text) => {
  const { found, withheld } = readAs(path, text);
  expect(withheld.join('|')).toContain('weak thoughts');
  expect(JSON.stringify(found.records)).not.toContain('weak thoughts');
  expect(found.messages.map((message) => message.text).join('\n')).not.toContain('thoughts');
});

it('what a note says of the publication stays', () => {
  const text =
    '%0 Journal Article\n%T On walks\n%A Lee, Ann\n%D 2020\n%Z Accepted at WALKS 2020, 12 pages\n';
  expect(readAs('a.enw', text).withheld).toEqual([]);
  expect(readAs('a.txt', 'Nobody knows this.\nComments: 12 pages, 3 figures\n').withheld).toEqual(
    [],
  );
});

it('a message that quotes the beginning of a text quotes no part of an address', () => {
  const text = `${'words '.repeat(9)}ada@walks.example and ${'more '.repeat(40)}\n`;
  const { found } = readAs('a.txt', text);
  expect(found.messages.map((message) => message.text).join('\n')).not.toContain('ada@');
});

it('a field that is published on purpose is so where entries have it from another one', () => {
  const text = `@article{a, title = {On walks}, note = {/home/ada/a.pdf}, xdata = {x}}
@article{b, title = {On hedges}, note = {/home/ada/b.pdf}, xdata = {x}}
@article{c, title = {On gates}, note = {/home/ada/c.pdf}}
@xdata{x, addendum = {/home/ada/x.pdf}}
`;
  expect(withheldIn(text, read(text, ['note', 'addendum']))).toEqual([]);
});

it('what stands around the fields of a script is nobody’s to read', () => {
  const text = `<!doctype html><html><head><title>Walks</title><script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"ScholarlyArticle","headline":"Walks by hedges","author":{"@type":"Person","name":"Ann Lee"},"sameAs":"https://doi.org/10.1000/182"},{"viewer":"Ada Moss","session":"a1b2c3d4"}]}</script></head><body><p>Hedges.</p></body></html>`;
  const found = sourceRecords({ path: 'a.html', bytes: new TextEncoder().encode(text) });
  const [record] = found.records;
  expect(record?.fields.title?.value.source).toBe('Walks by hedges');
  const withheld = withheldIn(text, found).join('|');
  expect(withheld).toContain('"viewer":"Ada Moss","session":"a1b2c3d4"');
  expect(withheld).not.toContain('Walks by hedges');
});

it.each([
  ['{"walk": {"my_rating": 4, "length": 3}}', ['4']],
  ['{"walk": {"my_notes": "weak', ['weak']],
  ['{"walk": {"notes": ["a", {"b": "c"}], "length": 3}}', ['["a", {"b": "c"}]']],
  ['{"walk": {"notes": {"a": "two\nlines"}, "length": 3}}', ['{"a": "two\nlines"}']],
])(
  'of JSON that no reader knows, a value of any kind is withheld as a whole: %s',
  (text, values) => {
    expect(readAs('a.json', text).withheld).toEqual(values);
  },
);

it('what is never closed is looked at once, not once for every beginning in it', () => {
  const kind = { isKnown: true, isPage: false };
  // Hours, if each beginning were followed to the end of the text.
  expect(privatePassages('{"walk":'.repeat(400_000), kind)).toEqual([]);
  expect(privatePassages('<!-- walk '.repeat(400_000), kind)).toEqual([]);
});

it('custom fields of RIS are their owner’s, but for what they say of the publication', () => {
  const entry = (fields: string) =>
    `TY  - JOUR\nTI  - On walks\nAU  - Lee, Ann\nPY  - 2020\nJO  - Steps\n${fields}ER  - \n`;
  const own = entry('C1  - lent to Bo\nC4  - weak\nCN  - shelf 3, office\n');
  expect(readAs('a.ris', own).withheld).toEqual(['lent to Bo', 'weak', 'shelf 3, office']);
  const printed = entry(
    'C1  - Full publication date: Mar., 2020\nC2  - PMC1234567\nC6  - 2020-03-01\nC7  - 104\nCN  - QA76.9 .D3\n',
  );
  expect(readAs('a.ris', printed).withheld).toEqual([]);
});

it('a thought in a note of BibTeX is its owner’s, and what is printed with a reference stays', () => {
  const kept = [
    'Part I of two',
    'Personal communication',
    'In Dutch, with a word by the author',
    'Con todo el texto de la primera edición',
  ];
  for (const note of kept) expect(withheldIn(entry(`note = {${note}}`))).toEqual([]);
  for (const note of [
    'ask Bo before citing',
    'I doubt the proof',
    'my copy is lent',
    'todo: scan',
  ]) {
    expect(withheldIn(entry(`note = {${note}}`))).toEqual([note]);
    expect(withheldIn(entry(`addendum = {${note}}`))).toEqual([note]);
  }
});

it('in a list of papers, what only its end shows to be a file is withheld, and a section that is called one’s own', () => {
  const text = `# Walks

- [On walks](https://arxiv.org/abs/2401.00031), Ann Lee, Bo Li, 2024. ![[my walks.pdf#page=2]]
- [On runs](https://arxiv.org/abs/2401.00032), Ann Lee, Bo Li, 2024. %%weak%%
- [On climbs](https://arxiv.org/abs/2401.00033), Ann Lee, Bo Li, 2024. My note: no.

## My notes

None was weak.

## Notes

Anybody may add one.
`;
  const { found, withheld } = readAs('a.md', text);
  expect(found.records).toHaveLength(3);
  expect(withheld).toEqual(['![[my walks.pdf#page=2', '%%weak%%', 'My note: no', 'None was weak.']);
  expect(JSON.stringify(found.records)).not.toMatch(/my walks|weak|My note/);
});
