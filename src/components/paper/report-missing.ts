import { reportLate } from '../../loaders/index.ts';
import type { Survey, Work } from '../../model/index.ts';

/** Keeps for the end of the build that something is not on a paper's page: `has no reference in APA`. */
export function reportMissing({ records }: Survey, work: Work, what: string): void {
  const record = records.get(work.records[0] ?? '')?.raw;
  reportLate({
    code: 'page-part-not-made',
    severity: 'warning',
    ...(record && { source: { file: record.seed, lines: record.lines } }),
    text: `The page of ${work.permalink} ${what}, which is a defect of the program.`,
    hint: 'Report the defect with these lines.',
  });
}
