import fc from 'fast-check';

/** Papers of a made-up world. */
export const papers = 5;

/** What is done to one paper; `other` is a second one, where one is needed. */
export interface PaperStep {
  do: (typeof deeds)[number];
  paper: number;
  other: number;
}

const deeds = [
  'add',
  'remove',
  'rename',
  'identify',
  'publish',
  'forget',
  'exclude',
  'include',
  'split',
  'revise',
  'respell',
  'divide',
  'author',
  'venue',
  'merge',
  'merge',
  'merge',
] as const;

/** What somebody who keeps a survey does, wisely or not. */
export type Step =
  | PaperStep
  | { do: 'withdraw' | 'return'; entry: number }
  | { do: 'theme'; to: 'rename' | 'drop' | 'add' | 'rewrite' }
  | { do: 'page'; to: 'rename' | 'drop' | 'add' | 'rewrite' }
  | { do: 'source'; to: 'rename' | 'comment' | 'turn' }
  | { do: 'host' }
  | { do: 'release' };

const paper = fc.integer({ min: 0, max: papers - 1 });

export const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 13,
    arbitrary: fc.record({ do: fc.constantFrom(...deeds), paper, other: paper }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constantFrom('withdraw', 'return'), entry: fc.nat(20) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('theme'),
      to: fc.constantFrom('rename', 'drop', 'add', 'rewrite'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('page'),
      to: fc.constantFrom('rename', 'drop', 'add', 'rewrite'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('host') }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('source'),
      to: fc.constantFrom('rename', 'comment', 'turn'),
    }),
  },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('release') }) },
);
