import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { expect, it } from 'vitest';
import { z } from 'zod';

const root = join(import.meta.dirname, '../..');
const schemas = join(root, 'node_modules/@cyclonedx/cyclonedx-library/res/schema');
const schema = (name: string): object =>
  z.looseObject({}).parse(JSON.parse(readFileSync(join(schemas, name), 'utf8')));

it('the bill of materials is valid CycloneDX and names what the program is made with', () => {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const text = execFileSync(npm, ['run', '-s', 'sbom'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const bill: unknown = JSON.parse(text);
  const ajv = new Ajv({ strict: false, validateFormats: false });
  ajv.addSchema(
    schema('spdx.SNAPSHOT.schema.json'),
    'http://cyclonedx.org/schema/spdx.SNAPSHOT.schema.json',
  );
  ajv.addSchema(
    schema('jsf-0.82.SNAPSHOT.schema.json'),
    'http://cyclonedx.org/schema/jsf-0.82.SNAPSHOT.schema.json',
  );
  const isValid = ajv.compile(schema('bom-1.5.SNAPSHOT.schema.json'));
  expect(isValid(bill), JSON.stringify(isValid.errors?.slice(0, 3))).toBe(true);
  expect(isValid({ ...z.looseObject({}).parse(bill), specVersion: 15 })).toBe(false);
  const { components } = z
    .object({ components: z.array(z.object({ name: z.string(), hashes: z.array(z.unknown()) })) })
    .parse(bill);
  const names = new Set(components.map(({ name }) => name));
  for (const name of ['astro', 'katex', 'citeproc', 'fflate', 'pagefind'])
    expect(names).toContain(name);
});
