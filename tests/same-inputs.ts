/**
 * Every property test tries the same inputs on every run, so that a run speaks of the code alone. `FUZZ_SEED=5 npm test --
 * --project unit` tries others, and `npm run fuzz` looks long for them.
 */
import fc from 'fast-check';
import { SEED } from './fuzz/laws.ts';

fc.configureGlobal({ seed: SEED });
