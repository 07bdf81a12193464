// @module-tag permalinks-stay
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { permalinkLedgerSchema } from '../../../src/model/index.ts';
import { permalinkLedgerText } from '../../../src/pipeline/index.ts';
import { type PaperStep, type Step, step } from './history/steps.ts';
import { World } from './history/world.ts';

const on = (paper: number, what: PaperStep['do'], other = 0): Step => ({ do: what, paper, other });
const release: Step = { do: 'release' };

/** Histories that chance seldom writes. */
const told: Step[][] = [
  // A wrong merge is released and taken back: both papers answer to the permalink.
  [on(3, 'add'), on(3, 'identify'), on(3, 'merge', 0), release, on(3, 'split'), release],
  [on(3, 'add'), on(3, 'merge', 0), release, on(3, 'rename'), release, on(3, 'split'), release],
  // The paper in whose name the permalink is has lost its identifiers by then.
  [
    on(3, 'add'),
    on(3, 'identify'),
    on(3, 'merge', 0),
    release,
    on(0, 'forget'),
    on(3, 'split'),
    release,
  ],
  // Names and files change at once.
  [
    on(0, 'respell'),
    { do: 'theme', to: 'rename' },
    { do: 'source', to: 'rename' },
    { do: 'source', to: 'comment' },
    release,
    { do: 'theme', to: 'rewrite' },
    { do: 'source', to: 'turn' },
    on(0, 'author', 1),
    release,
  ],
];

describe('every address ever released', () => {
  it('leads to what it stood for or says where it went, and every error names its candidates and the lines that mend it', () => {
    let released = 0;
    let obeyed = 0;
    let quiet = 0;
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 16 }), (steps) => {
        const world = new World();
        world.release();
        for (const each of steps) {
          world.take(each);
          const errors = world.errors();
          if (errors.length === 0) quiet += 1;
          else {
            world.obey();
            obeyed += 1;
          }
          world.check();
        }
        world.release();
        world.check();
        released += world.ledger.permalinks.length;
        const text = permalinkLedgerText(world.ledger);
        expect(permalinkLedgerSchema.parse(JSON.parse(text))).toEqual(world.ledger);
      }),
      { numRuns: 60, examples: told.map((steps) => [steps]) },
    );
    // The law would hold for a build that always fails, or that never does.
    expect(released).toBeGreaterThan(120);
    expect(quiet).toBeGreaterThan(120);
    expect(obeyed).toBeGreaterThan(5);
  });
});
