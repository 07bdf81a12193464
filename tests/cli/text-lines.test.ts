import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { describe, expect, it } from 'vitest';

const main = join(import.meta.dirname, '../../src/cli/main.ts');

/** Runs a command over lines on standard input; its answers, one a line, and its exit code. */
function answers(command: string, ...lines: string[]) {
  const { status, stdout } = spawnSync(process.execPath, [main, command], {
    input: lines.join('\n'),
    encoding: 'utf8',
  });
  const read = stdout.trimEnd().split('\n');
  return { status, answers: read.map((line): unknown => JSON.parse(line)) };
}

describe('commands that answer lines of JSON', () => {
  it('give the claims of each text, in order', () => {
    const { status, answers: given } = answers(
      'claims',
      '{"id": 7, "text": "We show that it cuts memory by 40% on GLUE."}',
      '',
      '{"text": "Nothing in numbers."}',
    );
    expect(status).toBe(0);
    expect(given).toEqual([
      {
        id: 7,
        claims: [
          {
            sentence: 'We show that it cuts memory by 40% on GLUE.',
            value: '40%',
            value_norm: 40,
            value_high: null,
            unit: '%',
            kind: 'reduction',
            direction: 'down',
            subject: null,
            measure: 'memory',
            baseline: null,
            on: 'GLUE',
            qualifier: null,
          },
        ],
      },
      { claims: [] },
    ]);
  });

  it('say which line is none, go on, and exit with 1', () => {
    const { status, answers: given } = answers('claims', 'no JSON', '{"text": "Fine."}');
    expect(status).toBe(1);
    expect(given).toEqual([
      { line: 1, error: expect.stringContaining('Not a line of JSON') },
      { claims: [] },
    ]);
  });
});
