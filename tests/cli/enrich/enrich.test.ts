import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { permalinkLedgerText } from '../../../src/pipeline/index.ts';
import { released as releasedLedger } from '../../pipeline/make.ts';
import { type Bench, startBench } from './run.ts';
import { errorEntry, errorPage, feed, hangUp, type KnownPaper, says } from './services.ts';

const enriched = 'content/corrections/enriched.yaml';
const kept = '.florilegium/answers.jsonl';

const walk: KnownPaper = {
  title: 'A Walk in the Woods: $R^{4}$ec & More',
  authors: ['Ada Long', 'Ben van Dyk', 'Gabriel García Márquez'],
  arxiv: { id: '2501.00001', published: '2025-01-02', version: 3 },
};
const swim: KnownPaper = {
  title: 'Swimming Across Lakes at Night',
  authors: ['Cleo Swift', 'OpenLakes'],
  doi: '10.1145/1234.5678',
  issued: [2024, 8, 3],
  venue: 'Proceedings of the 9th Lake Conference',
};
const abstract =
  'Few have measured how high a tree is that is climbed without hands, and we do so with a rope.';
const climb: KnownPaper = {
  title: 'On Climbing Trees Without Hands',
  authors: ['Dora Branch'],
  arxiv: { id: '2502.00002', published: '2025-02-03' },
};

let bench: Bench;
beforeEach(async () => {
  bench = await startBench([walk, swim, climb]);
});
afterEach(() => bench.close());

const bib = (...entries: string[]) => bench.put('seeds/list.bib', entries.join('\n'));
const arxivOnly = (id: string, key = 'a') =>
  `@misc{${key}, eprint = {${id}}, archiveprefix = {arXiv}, abstract = {An abstract with words of ${key}.}}`;

async function corrections() {
  return parse((await bench.read(enriched)) ?? '[]') ?? [];
}

describe('what is missing', () => {
  it('is taken from the record of an arXiv identifier, and a second run asks nothing and writes the same bytes', async () => {
    await bib(arxivOnly('2501.00001'));
    expect(await bench.run()).toMatchObject({ code: 0, err: '' });
    expect(await corrections()).toEqual([
      {
        match: { arxiv: '2501.00001' },
        set: {
          title: 'A Walk in the Woods: $R^{4}$ec & More',
          authors: ['Ada Long', 'Ben van Dyk', 'Gabriel García Márquez'],
          date: '2025-01-02',
        },
        yields: true,
        reason: expect.stringContaining('arXiv'),
        evidence: ['https://arxiv.org/abs/2501.00001'],
      },
    ]);
    const bytes = await bench.read(enriched);
    const { length } = bench.services.asked;
    expect((await bench.run()).out).toContain('0 requests made');
    expect(bench.services.asked).toHaveLength(length);
    expect(await bench.read(enriched)).toBe(bytes);
  });

  it('is taken from the record of a DOI, names of organisations and compound family names too', async () => {
    bench.services.papers.push({
      ...swim,
      doi: '10.1/x',
      title: 'Another',
      authors: ['Gabriel García Márquez'],
    });
    await bib(
      '@misc{a, doi = {10.1145/1234.5678}, title = {Swimming across lakes at night}}',
      '@misc{b, doi = {10.5555/datacite}, title = {Not at Crossref}, author = {Long, Ada}, year = 2020, journal = {J}, volume = 7}',
      '@misc{c, doi = {10.1234/x}, title = {Another}}',
    );
    bench.services.papers.push({
      title: 'Another',
      authors: walk.authors,
      doi: '10.1234/X',
      issued: [2023],
    });
    expect(await bench.run()).toMatchObject({ code: 0 });
    expect(await corrections()).toMatchObject([
      {
        match: { doi: '10.1145/1234.5678' },
        set: {
          authors: ['Cleo Swift', 'OpenLakes'],
          date: '2024-08-03',
          venue: 'Proceedings of the 9th Lake Conference',
        },
        evidence: ['https://doi.org/10.1145/1234.5678'],
      },
      { set: { authors: ['Ada Long', 'Ben van Dyk', 'García Márquez, Gabriel'], date: '2023' } },
    ]);
    // A paper that lacks nothing is not asked after.
    expect(bench.services.asked.join('\n')).not.toContain('datacite');
  });

  it('is found by title when an author, the year or the abstract agrees, at arXiv first and then at Crossref', async () => {
    await bib(
      '@misc{a, title = {A walk in the woods: $R^4$ec \\& more}, author = {Long, A. and others}}',
      '@misc{b, title = {Swimming across lakes at night}, year = 2024}',
      `@misc{c, title = {On climbing trees without hands}, abstract = {${abstract}}}`,
    );
    bench.services.papers[2] = { ...climb, abstract };
    expect(await bench.run()).toMatchObject({ code: 0 });
    const found = await corrections();
    expect(found.map(({ set }: { set: object }) => set)).toMatchObject([
      { arxiv: '2501.00001', authors: walk.authors },
      { arxiv: '2502.00002', authors: ['Dora Branch'] },
      { doi: '10.1145/1234.5678', authors: swim.authors },
    ]);
    expect(found.map(({ reason }: { reason: string }) => reason)).toEqual([
      expect.stringContaining('the author Ada Long'),
      expect.stringContaining('the abstract'),
      expect.stringContaining('the year 2024'),
    ]);
  });

  it('is left open when only the title agrees, or two records agree; the candidates are listed', async () => {
    await bib(
      '@misc{a, title = {On climbing trees without hands}}',
      '@misc{b, title = {Swimming across lakes at night}, author = {Swift, Cleo}}',
      '@misc{c, title = {A walk in the woods: $R^4$ec \\& more}, author = {Wolf, Wanda}}',
    );
    bench.services.papers.push({ ...swim, doi: '10.1145/9999.0001' });
    const { code, out } = await bench.run();
    expect(code).toBe(0);
    expect(await bench.read(enriched)).toBeUndefined();
    const lines = out.split('\n').filter((line) => line.includes('candidate-not-taken'));
    expect(lines.map((line) => /https:\S+/.exec(line)?.[0])).toEqual(
      expect.arrayContaining([
        'https://arxiv.org/abs/2502.00002',
        'https://doi.org/10.1145/1234.5678',
        'https://doi.org/10.1145/9999.0001',
        'https://arxiv.org/abs/2501.00001',
      ]),
    );
    expect(out).toContain('where the survey has “Wolf, Wanda” (seeds/list.bib:3)');
  });

  it('is taken from the publication where a preprint has the same title, and its record is not asked for again', async () => {
    bench.services.papers = [
      { ...swim, venue: '', type: 'proceedings-article' },
      { ...swim, doi: '10.31234/osf.io/abcde', type: 'posted-content', venue: '' },
    ];
    await bib('@misc{a, title = {Swimming across lakes at night}, author = {Swift, Cleo}}');
    expect(await bench.run()).toMatchObject({ code: 0 });
    expect(await corrections()).toMatchObject([{ set: { doi: '10.1145/1234.5678' } }]);
    // The search has shown the whole record, and that it names no venue.
    expect(bench.services.asked.filter((path) => path.startsWith('/works/'))).toEqual([]);
  });

  it('is asked for in batches that do not depend on the order of the seeds', async () => {
    const ids = Array.from({ length: 120 }, (_, index) => `2503.${String(index).padStart(5, '0')}`);
    bench.services.papers.push(
      ...ids.map((id) => ({
        ...climb,
        title: `Title of ${id}`,
        arxiv: { id, published: '2025-03-01' },
      })),
    );
    await bib(
      ...ids.map(
        (id, index) =>
          `@misc{k${index}, eprint = {${id}}, archiveprefix = {arXiv}, title = {Title of ${id}}}`,
      ),
    );
    expect(await bench.run()).toMatchObject({ code: 0 });
    expect(bench.services.asked.map((path) => path.split(',').length)).toEqual([50, 50, 20]);
    expect(bench.services.asked[0]).toContain('max_results=50');
    expect(await corrections()).toHaveLength(120);
  });

  it('is nothing in an empty survey and in one that has everything: nobody is asked', async () => {
    expect(await bench.run()).toMatchObject({ code: 0 });
    await bib(
      '@misc{a, title = {Complete}, author = {Long, Ada}, year = 2020, eprint = {2001.00001}, archiveprefix = {arXiv}}',
    );
    expect(await bench.run()).toMatchObject({ code: 0 });
    expect(bench.services.asked).toEqual([]);
    expect(await bench.read(enriched)).toBeUndefined();
    expect(await bench.read(kept)).toBeUndefined();
  });

  it('includes the publication of a preprint only when that is asked for', async () => {
    await bib(
      '@misc{a, title = {A walk in the woods: $R^4$ec \\& more}, author = {Long, Ada}, year = 2025, eprint = {2501.00001}, archiveprefix = {arXiv}}',
    );
    bench.services.papers[0] = { ...walk, doi: '10.1145/42', issued: [2025, 6], venue: 'Walks' };
    await bench.run();
    expect(bench.services.asked).toEqual([]);
    await bench.run({ published: true });
    expect(await corrections()).toMatchObject([{ set: { doi: '10.1145/42', venue: 'Walks' } }]);
  });
});

describe('how a paper was published', () => {
  const stated =
    '@article{a, doi = {10.1145/1234.5678}, title = {Swimming across lakes at night}, author = {Swift, Cleo}, year = 2024, journal = {Journal of Lakes}, publisher = {Ours}}';
  const details = {
    type: 'journal-article',
    'short-container-title': ['J. Lakes'],
    volume: '12',
    issue: '3',
    page: '100-110',
    'article-number': 'e7',
    publisher: 'Lake Press',
    'publisher-location': 'Oslo',
    ISSN: ['1234-5678', '1234-5686'],
    event: { name: 'Lakes 2024', location: 'Oslo, Norway', acronym: 'L' },
    editor: [{ given: 'Dora', family: 'van der Branch', sequence: 'first', affiliation: [] }],
    language: 'en',
  };

  it('is filled where no source states it, from Crossref', async () => {
    bench.services.papers = [{ ...swim, venue: 'Journal of Lakes', details }];
    await bib(stated);
    expect(await bench.run()).toMatchObject({ code: 0 });
    const [correction] = await corrections();
    expect(correction.set).toEqual({
      venue_short: 'J. Lakes',
      volume: '12',
      issue: '3',
      pages: '100-110',
      article_number: 'e7',
      publisher_place: 'Oslo',
      editors: ['Dora van der Branch'],
      issn: '1234-5678',
      event: 'Lakes 2024',
      event_place: 'Oslo, Norway',
      language: 'en',
    });
    const { publication } = (await bench.survey()).works[0] ?? {};
    expect(publication).toMatchObject({
      type: 'article-journal',
      containerTitle: 'Journal of Lakes',
      volume: '12',
      issue: '3',
      page: '100–110',
      publisher: 'Ours',
      editors: [{ family: 'Branch', particle: 'van der', given: 'Dora' }],
    });
  });

  it('is not asked for where pages or a volume are stated', async () => {
    await bib(stated.replace('publisher =', 'volume = 1, publisher ='));
    await bench.run();
    expect(bench.services.asked).toEqual([]);
  });

  it('is taken of what the authors told arXiv', async () => {
    bench.services.papers = [{ ...walk, journalRef: 'Walks 12 (2025) 3-9' }];
    await bib(arxivOnly('2501.00001'));
    await bench.run();
    expect(await corrections()).toMatchObject([{ set: { journal_ref: 'Walks 12 (2025) 3-9' } }]);
  });

  it('is asked of DataCite where Crossref does not have the DOI', async () => {
    bench.services.papers = [
      {
        ...swim,
        doi: '10.1/other',
        doiAtDatacite: '10.5281/LAKE.1',
        venue: 'Lake Data',
        type: 'dataset',
      },
    ];
    await bib('@misc{a, doi = {10.5281/lake.1}, title = {Swimming across lakes at night}}');
    const { code, out } = await bench.run();
    expect({ code, out }).toMatchObject({ code: 0, out: expect.not.stringContaining('no record') });
    expect(await corrections()).toMatchObject([
      {
        set: {
          authors: ['Cleo Swift', 'OpenLakes'],
          date: '2024-08-03',
          venue: 'Lake Data',
          volume: '7',
          pages: '1-9',
          publisher: 'Lake Data Archive',
          issn: '1234-5678',
        },
        evidence: ['https://doi.org/10.5281/lake.1'],
      },
    ]);
    expect(bench.services.asked).toEqual(['/works/10.5281/lake.1', '/dois/10.5281/lake.1']);
  });

  it('is asked of OpenAlex last, which knows DOI and arXiv identifier of a title', async () => {
    bench.services.papers = [
      {
        ...swim,
        doi: '10.1145/77',
        title: 'Swimming Across Lakes at Night',
        venue: 'Journal of Lakes',
        openalex: 'W77',
        arxiv: { id: '2503.00003', published: '2025-03-03' },
        abstract: 'We swim and we swim across all of the lakes that there are to be swum in.',
      },
    ];
    await bib(
      '@misc{a, title = {Swimming across lakes at night}, abstract = {We swim and we swim across all of the lakes that there are to be swum in.}}',
    );
    expect(await bench.run({ only: 'openalex' })).toMatchObject({ code: 0 });
    expect(await corrections()).toMatchObject([
      {
        match: { title: 'Swimming across lakes at night' },
        set: {
          authors: ['Cleo Swift', 'OpenLakes'],
          arxiv: '2503.00003',
          doi: '10.1145/77',
          date: '2024-08-03',
          venue: 'Journal of Lakes',
          volume: '5',
          pages: '11-19',
          publisher: 'Lake Press',
        },
        evidence: ['https://openalex.org/W77'],
      },
    ]);
  });

  it('is nothing where all services are silent on a DOI, which is said once', async () => {
    await bib('@misc{a, doi = {10.5281/nobody}, title = {Unknown}}');
    const { out } = await bench.run();
    expect(out.match(/lookup-without-record/g)).toHaveLength(1);
    expect(bench.services.asked.map((path) => path.split(/[?]/)[0])).toEqual([
      '/works/10.5281/nobody',
      '/dois/10.5281/nobody',
      '/openalex',
      '/api/query',
    ]);
  });
});

describe('what somebody stated', () => {
  it('is not overwritten: a human’s file counts first, whatever its name, also when it comes later', async () => {
    await bib(arxivOnly('2501.00001'));
    await bench.run();
    await bench.put(
      'content/corrections/zz-human.yaml',
      "- match: { arxiv: '2501.00001' }\n  set: { title: A human’s title, authors: [Ada Long], date: 2025-01-02 }\n  reason: Known.\n  evidence: [https://example.org/]\n",
    );
    const before = await bench.read(enriched);
    const { code, out } = await bench.run();
    expect({ code, out }).toMatchObject({ code: 0, out: expect.not.stringContaining('disagree') });
    expect(await bench.read(enriched)).toBe(before);
  });

  it('and a record contradicts is reported, and nothing of the record is taken', async () => {
    await bib(
      '@misc{a, eprint = {2501.00001}, archiveprefix = {arXiv}, title = {Quite another paper}, author = {Wolf, Wanda and others}}',
    );
    const { code, out } = await bench.run({ only: 'arxiv' });
    expect(code).toBe(0);
    expect(out).toMatch(
      /record-contradicts: https:\/\/arxiv\.org\/abs\/2501\.00001.*Quite another paper.*seeds\/list\.bib:1.*Nothing was taken/,
    );
    expect(await bench.read(enriched)).toBeUndefined();
  });

  it('as the identifier of another paper is not given to a second one', async () => {
    await bib(
      '@misc{a, title = {On climbing trees without hands}, author = {Branch, Dora}, abstract = {One abstract about trees and how they are climbed.}}',
      '@misc{b, eprint = {2502.00002}, archiveprefix = {arXiv}, title = {Climbing}, author = {Branch, Dora}, year = 2025, abstract = {Quite another text, on ropes, in ten words or more.}}',
    );
    const { out } = await bench.run({ only: 'arxiv' });
    expect(out).toContain('identifier-of-another-paper');
    expect(await bench.read(enriched)).toBeUndefined();
  });

  it('is not overwritten by what was found before: a seed that comes to state it counts first', async () => {
    await bib(arxivOnly('2501.00001'));
    await bench.run();
    await bib(
      '@misc{a, eprint = {2501.00001}, archiveprefix = {arXiv}, title = {A title of its own}, author = {Long, Ada and Dyk, Ben}, year = 2024}',
    );
    const survey = await bench.survey();
    expect(survey.works).toMatchObject([
      {
        title: { value: { source: 'A title of its own' }, from: { kind: 'seed' } },
        fields: {
          authors: { value: { names: [{ family: 'Long' }, { family: 'Dyk' }] } },
          issued: { value: { iso: '2024' } },
        },
      },
    ]);
    expect(survey.messages.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('as two released permalinks, which turn out to be of one paper, is not lost: what would break the build is left out', async () => {
    const abstract =
      'One abstract about woods in which somebody takes a walk that is as short as can be.';
    await bib(
      `@misc{a, eprint = {2501.00001}, archiveprefix = {arXiv}, abstract = {${abstract} It was released twice.}}`,
      `@misc{b, title = {A walk in the woods: $R^4$ec \\& more}, author = {Long, Ada}, year = 2025, doi = {10.1145/42}, journal = {W}}`,
      arxivOnly('2502.00002', 'c'),
    );
    const before = await bench.survey();
    await bench.put(
      'content/permalinks.json',
      permalinkLedgerText(releasedLedger(before, before.permalinkLedger, '2026-11')),
    );
    const { code, out } = await bench.run();
    expect(code).toBe(0);
    expect(out).toContain('correction-left-out');
    expect(await corrections()).toMatchObject([{ match: { permalink: 'arxiv-2502.00002' } }]);
    const after = await bench.survey();
    expect(after.messages.filter(({ severity }) => severity === 'error')).toEqual([]);
    const bytes = await bench.read(enriched);
    await bench.run();
    expect(await bench.read(enriched)).toBe(bytes);
  });

  it('as a permalink stays when an identifier becomes known', async () => {
    await bib(
      '@misc{a, title = {On climbing trees without hands}, author = {Branch, Dora}, abstract = {On trees.}}',
    );
    const before = await bench.survey();
    const ledger = releasedLedger(before, before.permalinkLedger, '2026-11');
    expect(ledger.permalinks.map(({ permalink }) => permalink)).toEqual([
      'on-climbing-trees-without-hands',
    ]);
    await bench.put('content/permalinks.json', permalinkLedgerText(ledger));
    await bench.run();
    const after = await bench.survey();
    expect(after.works).toMatchObject([
      {
        permalink: 'on-climbing-trees-without-hands',
        released: true,
        identifiers: [{ value: { scheme: 'arxiv', value: '2502.00002' } }],
      },
    ]);
    expect(after.departed).toEqual([]);
    expect(after.messages.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(await corrections()).toMatchObject([
      { match: { permalink: 'on-climbing-trees-without-hands' } },
    ]);
  });

  it('in the file itself stays, comments included', async () => {
    await bench.put(
      enriched,
      '# Ours.\n\n# About the swim.\n- match: { doi: 10.1145/1234.5678 }\n  set: { venue: Lakes }\n  yields: true\n  reason: Known.\n  evidence: [https://doi.org/10.1145/1234.5678]\n',
    );
    await bib(
      arxivOnly('2501.00001'),
      '@misc{a, doi = {10.1145/1234.5678}, title = {Swimming across lakes at night}, author = {Swift, Cleo}, year = 2024}',
    );
    await bench.run();
    const text = (await bench.read(enriched)) ?? '';
    expect(text).toMatch(/^# Ours\.\n/);
    expect(text).toMatch(/# About the swim\.\n- match: \{ doi: 10\.1145\/1234\.5678 \}/);
    expect(await corrections()).toHaveLength(2);
  });
});

describe('a run that stops', () => {
  const two = () =>
    bib(
      arxivOnly('2501.00001'),
      '@misc{b, title = {Swimming across lakes at night}, author = {Swift, Cleo}}',
    );

  it('goes on where it stopped, and comes to the same bytes as one that did not', async () => {
    await two();
    await bench.run();
    const whole = await bench.read(enriched);
    const requests = bench.services.asked.length;
    await bench.close();
    bench = await startBench([walk, swim, climb]);
    await two();
    bench.services.faults = [undefined, says(503, errorPage, { 'retry-after': '900' })];
    const stopped = await bench.run();
    expect(stopped).toMatchObject({
      code: 1,
      err: expect.stringMatching(
        /900 seconds.*\n1 request answered, kept.*Run the same command again/,
      ),
    });
    expect(await bench.run()).toMatchObject({ code: 0 });
    expect(await bench.read(enriched)).toBe(whole);
    // The one that failed was put twice.
    expect(bench.services.asked).toHaveLength(requests + 1);
  });

  it('passes over one request that fails and goes on with the next', async () => {
    await bib(
      '@misc{a, doi = {10.1145/5000}, title = {A page of errors}}',
      '@misc{b, doi = {10.1145/1234.5678}, title = {Swimming across lakes at night}}',
    );
    bench.services.faults = [says(400, 'No.')];
    const { code, err } = await bench.run({ only: 'crossref' });
    expect(code).toBe(1);
    expect(err).toMatch(/status 400: No\..*\n1 request answered, kept.*1 correction written/);
    expect(await corrections()).toHaveLength(1);
  });

  it('was killed: what was answered is not asked again', async () => {
    await bib(
      '@misc{a, doi = {10.1145/1234.5678}, title = {Swimming across lakes at night}}',
      '@misc{b, doi = {10.5555/1}, title = {Not at Crossref}}',
    );
    const main = join(import.meta.dirname, '../../../src/cli/main.ts');
    const killed = new Promise((done) => {
      const child = spawn(process.execPath, [main, 'enrich', '--only', 'crossref'], {
        cwd: bench.root,
      });
      bench.services.faults = [undefined, () => child.kill('SIGKILL')];
      child.on('exit', (_, signal) => done(signal));
    });
    expect(await killed).toBe('SIGKILL');
    expect(await bench.read(enriched)).toBeUndefined();
    const [first, second] = bench.services.asked.splice(0);
    expect(await bench.run({ only: 'crossref' })).toMatchObject({ code: 0 });
    expect(bench.services.asked).not.toContain(first);
    expect(bench.services.asked).toContain(second);
    expect(await corrections()).toHaveLength(1);
  });

  it('was killed while it wrote an answer: that answer is asked for again, the others are not', async () => {
    await two();
    await bench.run();
    const whole = await bench.read(enriched);
    const lines = (await bench.read(kept))?.trimEnd().split('\n') ?? [];
    await bench.put(enriched, '');
    await bench.put(kept, `${lines.slice(0, -1).join('\n')}\n${lines.at(-1)?.slice(0, 80)}`);
    bench.services.asked.length = 0;
    expect(await bench.run()).toMatchObject({ code: 0 });
    expect(bench.services.asked).toHaveLength(1);
    expect(await bench.read(enriched)).toBe(whole);
    bench.services.asked.length = 0;
    await bench.put(enriched, '');
    await bench.run();
    expect(bench.services.asked).toEqual([]);
    expect(await bench.read(enriched)).toBe(whole);
  });

  it('because nobody is there says whom it could not reach and that nothing changed', async () => {
    await two();
    await bench.services.close();
    const { code, err } = await bench.run();
    expect(code).toBe(1);
    expect(err).toMatch(/127\.0\.0\.1:\d+ could not be reached \(ECONNREFUSED\)/);
    expect(err).toContain('is as it was');
    expect(await bench.read(enriched)).toBeUndefined();
  });
});

describe('a service in trouble', () => {
  const trees = feed([]).replace('<opensearch:totalResults>0', '<opensearch:totalResults>1');

  it.each([
    ['a busy page', says(503, errorPage)],
    ['too many requests', says(429, 'Rate exceeded.')],
    ['an error page with status 200', says(200, errorPage)],
    [
      'a feed that is cut off',
      says(200, feed(['  <entry>\n    <id>http://arxiv.org/abs/2501.00001v3</id>']).slice(0, -9)),
    ],
    ['an empty feed that claims a paper', says(200, trees)],
    ['an error that has to do with no identifier', says(200, feed([errorEntry('internal error')]))],
    ['a closed connection', hangUp],
  ])('is asked again after %s', async (_, fault) => {
    await bib(arxivOnly('2501.00001'));
    bench.services.faults = [fault, fault];
    expect(await bench.run()).toMatchObject({ code: 0 });
    expect(bench.services.asked).toHaveLength(3);
    expect(bench.waits.filter((wait) => wait >= 5_000)).toEqual([5_000, 10_000]);
    expect(await corrections()).toHaveLength(1);
  });

  it.each([
    [
      'JSON that is cut off',
      says(200, '{"status":"ok","message-type":"work","message":{"DOI":"10.1'),
    ],
    ['an error page', says(502, errorPage)],
  ])('is asked again after %s', async (_, fault) => {
    await bib('@misc{a, doi = {10.1145/1234.5678}, title = {Swimming across lakes at night}}');
    bench.services.faults = [fault];
    expect(await bench.run()).toMatchObject({ code: 0 });
    expect(await corrections()).toHaveLength(1);
  });

  it('is left alone for as long as it wants, in seconds or until a date', async () => {
    await bib(arxivOnly('2501.00001'));
    bench.services.faults = [
      says(429, '', { 'retry-after': '17' }),
      says(503, '', { 'retry-after': new Date(Date.parse('2026-11-25T00:00:47Z')).toUTCString() }),
    ];
    expect(await bench.run()).toMatchObject({ code: 0 });
    expect(bench.waits).toEqual([17_000, 30_000]);
  });

  it('is given up after five attempts', async () => {
    await bib(arxivOnly('2501.00001'));
    bench.services.faults = Array.from({ length: 9 }, () => says(503, errorPage));
    expect(await bench.run()).toMatchObject({
      code: 1,
      err: expect.stringContaining('status 503, 5 times'),
    });
    expect(bench.services.asked).toHaveLength(5);
  });

  it('and refuses one identifier of many still gives the others', async () => {
    await bib(
      arxivOnly('2501.00001', 'a'),
      arxivOnly('2501.99999', 'b'),
      arxivOnly('2502.00002', 'c'),
    );
    const { code, out } = await bench.run();
    expect(code).toBe(0);
    expect(out).toContain('arXiv has no record of 2501.99999');
    expect((await corrections()).map(({ match }: { match: object }) => match)).toEqual([
      { arxiv: '2501.00001' },
      { arxiv: '2502.00002' },
    ]);
  });

  it('is asked no faster than it allows', async () => {
    await bib(
      '@misc{a, title = {Swimming across lakes at night}}',
      '@misc{b, title = {On climbing trees without hands}}',
    );
    await bench.run();
    // Two titles at arXiv, at Crossref and at OpenAlex.
    expect(bench.services.asked).toHaveLength(6);
    expect(bench.waits).toEqual([3_000, 1_000, 1_000]);
  });

  it('that allows one request in five seconds is asked one in five', async () => {
    await bib(
      '@misc{a, title = {Swimming across lakes at night}}',
      '@misc{b, title = {On climbing trees without hands}}',
    );
    bench.services.faults = [
      says(404, '', { 'x-rate-limit-limit': '12', 'x-rate-limit-interval': '60s' }),
    ];
    await bench.run({ only: 'crossref' });
    expect(bench.waits).toEqual([5_000]);
  });
});

describe('options', () => {
  it('ask one service alone, and tell Crossref the mail address, which is not kept', async () => {
    await bib('@misc{a, title = {Swimming across lakes at night}, author = {Swift, Cleo}}');
    await bench.run({ only: 'crossref', email: 'editor@example.org' });
    expect(bench.services.asked).toHaveLength(1);
    expect(bench.services.asked[0]).toContain('mailto=editor@example.org');
    expect(bench.services.agents[0]).toContain('mailto:editor@example.org');
    expect(await bench.read(kept)).not.toMatch(/editor@|mailto/);
    expect(await bench.read(kept)).toContain('"retrieved":"2026-11-25T');
  });

  it('show what would be asked, and ask and write nothing', async () => {
    await bib(arxivOnly('2501.00001'), '@misc{b, title = {Swimming across lakes at night}}');
    const { code, out } = await bench.run({ dryRun: true });
    expect(code).toBe(0);
    expect(out).toContain('id_list=2501.00001&max_results=1');
    expect(out).toContain('arXiv 2 (2 lookups), Crossref 0');
    expect(bench.services.asked).toEqual([]);
    expect(await bench.read(enriched)).toBeUndefined();
  });

  it('are refused when they make no sense', async () => {
    await expect(bench.run({ only: 'dblp' })).rejects.toThrow('dblp');
    await expect(bench.run({ email: 'nobody' })).rejects.toThrow('nobody');
  });
});
