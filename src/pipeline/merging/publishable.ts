import { type Correction, settableSchema } from '../../model/index.ts';
import { privateStretches, withoutPrivate } from '../../text/index.ts';

/**
 * A correction as the site may print it: without local paths and mail addresses in its reason, its evidence and what it sets.
 * How it names papers stays: papers are found by it.
 *
 * @param isOpen whether a field is published whatever is in it
 */
export function publishableCorrection(
  correction: Correction,
  isOpen: (field: { name: string }) => boolean,
): Correction {
  const reason = withoutPrivate(correction.reason);
  if (!('match' in correction)) return { ...correction, reason };
  const set = Object.entries(correction.set).flatMap(([name, value]) => {
    if (value === undefined) return [];
    const published = isOpen({ name }) ? value : publishableValue(name, value);
    return published === undefined || published.length === 0 ? [] : [[name, published] as const];
  });
  return {
    ...correction,
    set: settableSchema.parse(Object.fromEntries(set)),
    ...(correction.other_titles && { other_titles: correction.other_titles.map(withoutPrivate) }),
    reason,
    evidence: correction.evidence.filter(isPublic),
  };
}

/** Values of which a part is worth nothing. */
const WHOLE = /url$|^(?:arxiv|doi)$/;

function publishableValue(name: string, value: string | string[]): string | string[] | undefined {
  if (typeof value !== 'string') return value.filter(isPublic);
  return WHOLE.test(name) && !isPublic(value) ? undefined : withoutPrivate(value);
}

const isPublic = (text: string) => privateStretches(text).length === 0;
