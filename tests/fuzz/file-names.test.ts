// @module-tag goes-on
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { identifierPath, linkFrom, sourcePath } from '../../src/view/paths.ts';
import { sourceNames } from '../../src/pipeline/addresses/source-names.ts';
import { hostileName } from './hostile-seeds.ts';
import { hostileText } from './hostile-text.ts';
import { expectForAll } from './laws.ts';

/** What some system takes for another name, a folder above, a device or a page. */
const REFUSED =
  /[#%?\\:*"<>|\p{Cc}]|(?:^|\/)\.{0,2}(?:\/|$)|(?:^|\/)(?:con|nul|aux|prn|com\d|lpt\d)(?:\.|\/|$)|[. ](?:\/|$)|(?:^|\/)index\.html$/iu;

const path = fc.array(hostileName, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'));

it('seeds of any names have folders of their own that every system takes', () => {
  expectForAll(fc.uniqueArray(path, { maxLength: 12 }), 300, (seeds) => {
    const names = sourceNames(seeds);
    const folders = [...names.values()];
    expect(folders.filter((folder) => REFUSED.test(folder))).toEqual([]);
    expect(
      folders
        .flatMap((folder) => folder.split('/'))
        .filter((part) => Buffer.byteLength(part) > 255),
    ).toEqual([]);
    const taken = new Set(folders.map((folder) => folder.normalize('NFC').toLowerCase()));
    expect(taken.size).toBe(seeds.length);
    expect(sourceNames(seeds.toReversed())).toEqual(names);
    for (const folder of folders) {
      const address = new URL(
        linkFrom('/sources/')(sourcePath(folder)),
        'https://a.example/sources/',
      );
      expect(decodeURIComponent(address.pathname)).toBe(`/sources/${folder}/`);
    }
  });
});

it('identifiers with anything in them have addresses that every system takes', () => {
  expectForAll(hostileText, 300, (value) => {
    const address = identifierPath({ scheme: 'doi', value });
    if (address !== undefined) expect(address).toMatch(/^\/id\/doi(?:\/[A-Za-z0-9._()~-]+)+\/$/);
  });
});
