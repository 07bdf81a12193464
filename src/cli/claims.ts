import { claimsOf } from '../claims/index.ts';
import { answerLines } from './text-lines.ts';

/** Lines of JSON in and out: what each abstract reports in numbers. */
export const claims = (): Promise<void> => answerLines((text) => ({ claims: claimsOf(text) }));
