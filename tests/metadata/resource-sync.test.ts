import { describe, expect, it } from 'vitest';
import { resourceSync } from '../../src/metadata/resource-sync.ts';
import { type Edition, siteSchema } from '../../src/model/index.ts';
import { releasedEditions } from '../../src/pipeline/index.ts';

const site = siteSchema.parse({ url: 'https://example.org/a&b/' });
const work = (permalink: string, digest = '0123456789abcdef') => ({
  permalink,
  title: permalink,
  identifiers: [],
  themes: [],
  digests: { title: digest },
});
const edition = (name: string, more: Partial<Edition>): Edition => ({
  version: 1,
  edition: name,
  works: [],
  themes: [],
  departed: [],
  ...more,
});

const fileOf = (name: string, editions: Edition[]) =>
  resourceSync({ site, editions: releasedEditions(editions, []) }).get(name);

describe('ResourceSync', () => {
  it('has nothing to tell before the first edition', () => {
    expect(resourceSync({ site, editions: [] }).size).toBe(0);
  });

  it('gives each page the time of its last change, as precise as editions are named', () => {
    const list = fileOf('resourcelist.xml', [
      edition('2025', { works: [work('a'), work('b')] }),
      edition('2026-02', { works: [work('a', 'fedcba9876543210'), work('b')] }),
      edition('2026-02-14', { works: [work('a', 'fedcba9876543210'), work('b'), work('c')] }),
    ]);
    expect(list).toContain('at="2026-02-14T00:00:00Z"');
    const times = (list ?? '').matchAll(/papers\/(\w)\/<\/loc><lastmod>([^<]+)/g);
    expect(new Map([...times].map(([, path, time]) => [path, time]))).toEqual(
      new Map([
        ['a', '2026-02-01T00:00:00Z'],
        ['b', '2025-01-01T00:00:00Z'],
        ['c', '2026-02-14T00:00:00Z'],
      ]),
    );
  });

  it('leaves a merged paper out of the list, takes it in when it comes back, and tells of both', () => {
    const merged = { status: 'merged', into: 'a', reason: 'One.', title: 'b' } as const;
    const editions = [
      edition('2025-01', { works: [work('a'), work('b')] }),
      edition('2025-02', { works: [work('a')], departed: [{ permalink: 'b', ...merged }] }),
    ];
    expect(fileOf('resourcelist.xml', editions)).not.toContain('papers/b/');
    editions.push(edition('2025-03', { works: [work('a'), work('b')] }));
    expect(fileOf('resourcelist.xml', editions)).toContain('papers/b/');
    const told = fileOf('changelist.xml', editions)?.matchAll(/papers\/b\/.*change="(\w+)"/g);
    expect([...(told ?? [])].map(([, kind]) => kind)).toEqual(['created', 'deleted', 'created']);
  });

  it('writes addresses as XML asks', () => {
    expect(fileOf('changelist.xml', [edition('2025', { works: [work('a')] })])).toContain(
      '<loc>https://example.org/a&amp;b/papers/a/</loc>',
    );
  });
});
