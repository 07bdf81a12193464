/** Runs what needs no test, lint and types, beside each other, for each leaves a core idle; prints one after the other. */
import { execFile } from 'node:child_process';
import process from 'node:process';

const scripts = ['lint', 'types'];

const outcomes = scripts.map(
  (script) =>
    new Promise<{ failed: boolean; said: string }>((done) => {
      const shell = process.platform === 'win32';
      const maxBuffer = 64 * 1024 * 1024;
      execFile('npm', ['run', script], { shell, maxBuffer }, (error, out, err) =>
        done({ failed: error !== null, said: out + err }),
      );
    }),
);
for (const outcome of outcomes) {
  const { failed, said } = await outcome;
  process.stdout.write(said);
  if (failed) process.exitCode = 1;
}
