/**
 * Runs every test, prints which tests stand for each law of ARCHITECTURE.md, and ends with the totals alone on the last
 * line: `214 passed, 0 failed`.
 *
 * Arguments are passed on to vitest's command line: `npm test -- --project unit`. A law that no test stands for fails a
 * run without arguments.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { parseCLI, startVitest, type TestCase } from 'vitest/node';
import { laws } from './architecture/laws.ts';

// Tests start the program some two hundred times; what Node compiles of it is kept from one to the next.
const compiled = mkdtempSync(join(tmpdir(), 'florilegium-compiled-'));
process.env['NODE_COMPILE_CACHE'] = compiled;
process.on('exit', () => rmSync(compiled, { recursive: true, force: true }));

const given = process.argv.slice(2);
const { filter, options } = parseCLI(['vitest', 'run', ...given]);
const vitest = await startVitest(filter, { ...options, watch: false });

const passed: TestCase[] = [];
let failed = vitest.state.getUnhandledErrors().length;
let skipped = 0;
for (const module of vitest.state.getTestModules()) {
  // A file that could not be loaded, or a hook that threw, fails without any test having failed.
  failed += module.errors().length;
  for (const suite of module.children.allSuites()) failed += suite.errors().length;
  for (const test of module.children.allTests()) {
    const { state } = test.result();
    if (state === 'passed') passed.push(test);
    else if (state === 'failed') failed += 1;
    else skipped += 1;
  }
}
await vitest.close();

process.stdout.write('Laws, and the tests that stand for them:\n');
for (const { id } of laws) {
  const standing = passed.filter(({ tags }) => tags.includes(id));
  if (standing.length === 0 && given.length > 0) continue;
  const files = new Set(standing.map(({ module }) => module.relativeModuleId));
  process.stdout.write(`  ${id}: ${standing.length} in ${[...files].join(', ') || 'no file'}\n`);
  // Without a test a law is only a wish.
  if (standing.length === 0) failed += 1;
}

// A site that could not be built, or a filter that names no test, fails the run without failing a test.
if (failed === 0 && (passed.length === 0 || process.exitCode)) failed = 1;
if (failed > 0) process.exitCode = 1;
process.stdout.write(
  `${passed.length} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`,
);
