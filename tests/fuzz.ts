/**
 * Runs the tests that look for inputs a law does not hold for, fifty times as long as in continuous integration and with
 * other inputs each time; visits every page of a survey of hostile seeds, and kills twenty builds.
 *
 * `FUZZ=500` looks longer still; `FUZZ_SEED`, as a failure prints it, finds the same again. Arguments are passed on to
 * vitest's command line: `npm run fuzz -- -t queries`.
 */
import process from 'node:process';

process.env['FUZZ'] ??= '50';
process.argv.push(
  '--testTimeout=3600000',
  '--hookTimeout=3600000',
  'fuzz/',
  'browser/hostile',
  'site/build',
);
await import('./run.ts');
