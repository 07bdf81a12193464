import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';

const root = join(import.meta.dirname, '../..');
const json = (name: string): unknown => JSON.parse(readFileSync(join(root, name), 'utf8'));

const entry = z.object({
  version: z.string().optional(),
  resolved: z.string().optional(),
  integrity: z.string().optional(),
  link: z.boolean().optional(),
  hasInstallScript: z.boolean().optional(),
});
const lock = z
  .object({ lockfileVersion: z.number(), packages: z.record(z.string(), entry) })
  .parse(json('package-lock.json'));
const names = z.record(z.string(), z.string());
const manifest = z
  .object({
    dependencies: names,
    devDependencies: names,
    allowScripts: z.record(z.string(), z.boolean()),
  })
  .parse(json('package.json'));
const packages = Object.entries(lock.packages).filter(([path]) => path !== '');

it('every package of the lock file is fixed by its version and a digest of its content', () => {
  const loose = packages.filter(
    ([, { version, integrity, link }]) =>
      link === true || version === undefined || !/^sha512-[\w+/]{86}==$/.test(integrity ?? ''),
  );
  expect(packages.length).toBeGreaterThan(500);
  expect(loose.map(([path]) => path)).toEqual([]);
});

it('no package comes from elsewhere than a registry', () => {
  const odd = packages.filter(
    ([, { resolved }]) =>
      resolved !== undefined && !/^https:\/\/registry\.npmjs\.org\/[^?#]+\.tgz$/.test(resolved),
  );
  expect(odd.map(([path]) => path)).toEqual([]);
});

it('every dependency that is named is locked', () => {
  const named = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
  expect(named.filter((name) => !lock.packages[`node_modules/${name}`])).toEqual([]);
});

it('a package that runs a script when it is installed is named as such', () => {
  const known = new Set(Object.keys(manifest.allowScripts));
  const running = packages.filter(([, { hasInstallScript }]) => hasInstallScript);
  const unknown = running.map(([path]) => path.replace(/^.*node_modules\//, ''));
  expect(unknown.filter((name) => !known.has(name) && name !== 'fsevents')).toEqual([]);
});
