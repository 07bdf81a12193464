import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { siteJsonSchema, siteSchema } from '../../src/model/index.ts';
import { siteDocs, siteSchemaText } from './site-docs.ts';

const docs = join(import.meta.dirname, '../../docs');
const valid = new Ajv2020({ strict: false, validateFormats: false }).compile(siteJsonSchema());

describe('the documentation of site.yaml', () => {
  it('is what the schema says, as Markdown', async () => {
    await expect(await siteDocs()).toMatchFileSnapshot(join(docs, 'site-yaml.md'));
  });

  it('is what the schema says, as JSON Schema', async () => {
    await expect(await siteSchemaText()).toMatchFileSnapshot(join(docs, 'site.schema.json'));
  });

  it('describes every field and every part of one', () => {
    const schema: { properties?: Record<string, { description?: string; properties?: object }> } =
      siteJsonSchema();
    const undescribed = Object.entries(schema.properties ?? {}).filter(
      ([, { description = '', properties = {} }]) =>
        description.length < 10 ||
        Object.values(properties).some((part: { description?: string }) => !part.description),
    );
    expect(undescribed).toEqual([]);
  });
});

describe('the schema for editors', () => {
  it('takes what the build takes', () => {
    const text = readFileSync(join(import.meta.dirname, '../../content/site.yaml'), 'utf8');
    expect(valid({})).toBe(true);
    expect(valid(parse(text))).toBe(true);
    expect(siteSchema.safeParse(parse(text)).success).toBe(true);
  });

  it('takes a year that YAML reads as a number', () => {
    expect(valid({ edition: 2026 })).toBe(true);
    expect(siteSchema.parse({ edition: 2026 }).edition).toBe('2026');
  });

  it.each([
    { titel: 'Walks' },
    { logo: '../secret.png' },
    { logo: 'logo.exe' },
    { curator: { url: 'https://example.org/' } },
    { made_with: 'no' },
  ])('refuses what the build refuses: %o', (site) => {
    expect(valid(site)).toBe(false);
    expect(siteSchema.safeParse(site).success).toBe(false);
  });
});
