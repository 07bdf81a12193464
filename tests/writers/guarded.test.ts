// @module-tag goes-on
import { expect, it } from 'vitest';
import { failsOn, guarded } from '../../src/writers/guarded.ts';
import { exportMessages } from '../../src/pipeline/export-messages.ts';
import { siteSchema } from '../../src/model/index.ts';
import { writers } from '../../src/writers/index.ts';
import { madeUpWork } from '../pipeline/made-up-work.ts';

const write = (works: readonly string[]) =>
  works
    .map((work) => {
      if (work === 'bad') throw new TypeError('a defect');
      return `${work};`;
    })
    .join('');

it('a writer that fails on a work leaves it out and writes the others', () => {
  expect(guarded(write)(['a', 'bad', 'b'], undefined)).toBe('a;b;');
  expect(failsOn(write, 'bad', undefined)).toBe(true);
  expect(failsOn(write, 'a', undefined)).toBe(false);
});

it('every format goes on without a work it fails on, and a message names the work', () => {
  const site = siteSchema.parse({});
  const context = { site, records: new Map() };
  const good = madeUpWork('a-walk', 'A walk');
  const bad = madeUpWork('a-run', 'A run');
  Reflect.set(bad, 'publication', null);
  for (const { format, write } of writers) {
    const [alone, both] = [[good], [good, bad]].map((works) => write(works, context));
    expect([format, both]).toEqual([format, alone]);
  }
  const [message, ...others] = exportMessages([good, bad], context);
  expect(others).toEqual([]);
  expect(message).toMatchObject({ code: 'export-not-written', severity: 'warning' });
  expect(message?.text).toMatch(/“A run” \(a-run\).*BibTeX, .*RIS/);
});
