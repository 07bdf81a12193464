/**
 * Runs every test and ends with the totals alone on the last line: `214 passed, 0 failed`.
 *
 * Arguments are passed on to vitest's command line: `npm test -- --project unit`.
 */
import process from 'node:process';
import { parseCLI, startVitest } from 'vitest/node';

const { filter, options } = parseCLI(['vitest', 'run', ...process.argv.slice(2)]);
const vitest = await startVitest(filter, { ...options, watch: false });

let passed = 0;
let failed = vitest.state.getUnhandledErrors().length;
let skipped = 0;
for (const module of vitest.state.getTestModules()) {
  // A file that could not be loaded, or a hook that threw, fails without any test having failed.
  failed += module.errors().length;
  for (const suite of module.children.allSuites()) failed += suite.errors().length;
  for (const test of module.children.allTests()) {
    const { state } = test.result();
    if (state === 'passed') passed += 1;
    else if (state === 'failed') failed += 1;
    else skipped += 1;
  }
}
await vitest.close();

// A site that could not be built, or a filter that names no test, fails the run without failing a test.
if (failed === 0 && (passed === 0 || process.exitCode)) failed = 1;
if (failed > 0) process.exitCode = 1;
process.stdout.write(
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`,
);
