import process from 'node:process';
import fc from 'fast-check';

/** How much longer than in continuous integration is looked: `npm run fuzz` asks for 50 times. */
export const LONGER = Number(process.env['FUZZ'] ?? 1);

/** The same inputs on every run, unless it is a long one, which looks for others each time. */
export const SEED = Number(process.env['FUZZ_SEED'] ?? (LONGER > 1 ? Date.now() : 20_261_126));

/**
 * Looks for an input a law does not hold for; what is found is made small and printed with its seed, and `FUZZ_SEED` finds
 * it again.
 *
 * @param runs inputs tried in continuous integration
 */
export function expectForAll<T>(inputs: fc.Arbitrary<T>, runs: number, law: (input: T) => void) {
  fc.assert(
    fc.property(inputs, (input) => law(input)),
    { numRuns: runs * LONGER },
  );
}
