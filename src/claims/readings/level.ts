import { lastTurn } from '../directions.ts';
import { phraseAfter, phraseAt, phraseBefore } from '../phrases.ts';
import type { Place } from '../place.ts';
import { METRIC, REACHED } from '../vocabulary.ts';
import { behindList, changed, level, type Reading } from './reading.ts';

/** `9 out of 10 tasks`. */
export const count = ({ after, finding }: Place): Reading | undefined =>
  finding ? { ...level(phraseAt(after)), kind: 'count' } : undefined;

const SPENDS =
  /(?<![\p{L}-])(?<verb>spen[dt]s?|costs?|pays?|paid|saves?|saved|earn(?:s|ed)?|worth|valued at|amount(?:s|ed)? to|lose|lost|gain(?:s|ed)?|rais(?:es|ed)|generat(?:es|ed))\s*$/iu;
const OF = /\s(?:is|of|was|were|by|to)\s*$/i;

/** `spend $21,000 to avert one crime`. */
export function money({ before, after, finding }: Place): Reading | undefined {
  const verb = SPENDS.exec(before)?.groups?.['verb'];
  if (verb !== undefined) {
    const what = /^\s*(?:to|on|for)\s[^,;.()]*/.exec(after)?.[0].trim() ?? '';
    return level(`${verb} ${what}`.trim());
  }
  return finding && OF.test(before) ? level(phraseBefore(before.replace(OF, ''))) : undefined;
}

const BRACKET = /\(\s*$/;

/** `accuracy (within 0.01 of the best)`, `fell within 11 % of the truth`. */
export function gap({ amount, after, lead }: Place): Reading | undefined {
  const of = /^\s*(?:[\p{L}\p{N}²^]+\s+)?of\s/u;
  if (amount.qualifier !== 'within' || !of.test(after)) return undefined;
  const other = phraseAt(after.replace(of, ''));
  const measure = BRACKET.test(lead) ? phraseBefore(lead.replace(BRACKET, '')) : null;
  return level(measure ?? (other === null ? null : `gap to ${other}`));
}

/** `the elasticity of capital is found to be about -1`. */
export function stated({ amount, before, after }: Place): Reading | undefined {
  const what =
    /^(?:[^,;]{0,40},\s)?(?<what>[^,;:()]{4,120}?)\s(?:is|was|are|were|equals)(?: (?:found|estimated|measured|shown|reported|observed))?(?: to be| at)?\s*$/iu.exec(
      before,
    )?.groups?.['what'];
  if (what === undefined || !METRIC.test(what)) return undefined;
  if (amount.unit === null && !/[.\-−]/.test(amount.value)) return undefined;
  const parts = [phraseAt(what), /^\s*of\s/.test(after) ? phraseAt(after) : null];
  return level(parts.filter((part) => part !== null).join(', ') || null);
}

const ATTAINS =
  /(?:achiev\w+|reach\w*|attain\w*|obtain\w*|yield\w*|deliver\w*|exhibit\w*|scor\w+|retain\w*|maintain\w*|with|and|at|showed|shows|recover\w*|provid\w+|had|has|have|explain\w*|account\w* for|consum\w+)\s+(?:an? )?$/iu;
const SHARE_OF = /^\s*(?:of|in)\s/;
const EQUALS =
  /(?:(?:\s|^)(?:of|is|was|were|are|to|reached|reaching|reaches|achieved|equals?|averag\w+|fell|fall|remain\w*|totall?ed|exceed\w*|hit|hits|stood at|estimated at|found to be)|[=:,])\s*(?:an? |be )?$/iu;

/** `97.7 % recall`, `accounts for 44 % of execution time`. */
export function shareAttained({ before, after }: Place): Reading | undefined {
  const right = phraseAt(behindList(after));
  const isShare = SHARE_OF.test(after);
  if (isShare && /(?:in|by|for)\s*$/.test(before) && REACHED.test(before)) {
    return level(phraseAt(before.replace(/^.*:\s/, '')));
  }
  if (!ATTAINS.test(before) || (right === null && !isShare)) return undefined;
  if (
    isShare &&
    /(?:account\w* for|explain\w*|consum\w+|represent\w*|compris\w+)\s+(?:an? )?$/iu.test(before)
  ) {
    return level(phraseAt(after.replace(SHARE_OF, '')));
  }
  if (/\b(?:with|at|has|have)\s+(?:an? )?$/i.test(before) && !METRIC.test(right ?? '')) {
    return undefined;
  }
  return level(right ?? phraseBefore(before) ?? phraseAfter(after, 'of|in'));
}

/** `a sensitivity of 100 %`, `operating expense that is only 10.6 % of the old`. */
export function shareEquals({ before, after, lead, finding }: Place): Reading | undefined {
  if (!EQUALS.test(before)) return undefined;
  if (!finding && !REACHED.test(lead) && !METRIC.test(before.slice(-90))) return undefined;
  const what = before
    .replace(/\s(?:that|which)(?=\s(?:is|are|was|were)\s*$)/iu, '')
    .replace(EQUALS, '');
  return level(phraseBefore(what) ?? phraseAfter(after, 'of'));
}

/** `mean difference 24 %`; a difference goes where the sentence says. */
export function shareOfMetric({ amount, before, lead, finding }: Place): Reading | undefined {
  const metric = new RegExp(`(?:${METRIC.source})\\s*$`, 'iu').exec(before)?.[0].trim();
  if (metric === undefined || !finding) return undefined;
  const turn = /difference/i.test(metric) ? lastTurn(lead) : undefined;
  return turn
    ? changed(amount.unit, turn.direction, phraseAt(lead.slice(turn.start)))
    : level(metric);
}

/** A number in words before a bracket: `Nine (32.1 %) patients`. */
const COUNTED =
  /\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty(?:-\w+)?)\s*\(\s*$/i;

/** `one in six respondents (17.2 %) reported traits`. */
export function shareInBracket({ after, lead, plain, finding }: Place): Reading | undefined {
  if (!BRACKET.test(lead) || /\d\s*\(\s*$/.test(lead)) return undefined;
  if (/^\s*of (?:the )?(?:entire|total|whole|full|all|available|original)\b/.test(after)) {
    return undefined;
  }
  if (
    !finding &&
    !/(?:reported|had|were|was|experienced|showed|met|developed|achieved)\b/.test(plain)
  ) {
    return undefined;
  }
  return level(
    COUNTED.test(lead)
      ? phraseAt(plain.slice(plain.indexOf(')', lead.length) + 1))
      : phraseBefore(lead.replace(BRACKET, '')),
  );
}

/** `27 % of the placebo group worsened`, `drive 83 % of the gain`. */
export function shareOfGroup({ before, after, finding }: Place): Reading | undefined {
  const did = /^\s*of (?:the )?[^,;.()]{3,60}?\s(?=\p{L}+ed\b)/u.exec(after)?.[0];
  if (did !== undefined && /(?:^|[,;]\s(?:while|whereas|and|but)?\s*)$/.test(before)) {
    return level(phraseAt(after.slice(did.length)));
  }
  return SHARE_OF.test(after) && (finding || REACHED.test(after))
    ? level(phraseAfter(after, 'of|in'))
    : undefined;
}

const OF_METRIC = /\s*(?:(?:of|=|is|was|were|to|:|at|reach\w*|about|be|≈|and|\()\s*)+$/iu;

/** `a C-index of 0.861`, `AUC 0.900`, `52.7 mIoU`, `modularity 0.19 vs 0.09`. */
export function score({ amount, before, after, lead, finding }: Place): Reading | undefined {
  if (!amount.value.includes('.')) return undefined;
  if (finding && /^\s*(?:vs|versus|compared (?:to|with))\b/.test(after)) {
    const metric = METRIC.exec(lead)?.[0];
    if (metric !== undefined) return level(metric);
  }
  const near = before.slice(-60);
  const metric = METRIC.exec(near);
  if (metric) {
    const isClose =
      /(?:of|=|is|was|were|to|:|at|reach\w*|about|be|≈|,|and|\()\s*$/iu.test(before) ||
      near.slice(metric.index + metric[0].length).trim() === '';
    if (isClose) return level(phraseBefore(before.replace(OF_METRIC, '')) ?? metric[0]);
  }
  const right = phraseAt(behindList(after));
  if (right === null || !METRIC.test(right) || !REACHED.test(lead)) return undefined;
  const turn = /difference/.test(right) ? lastTurn(lead) : undefined;
  return turn ? changed(amount.unit, turn.direction, right) : level(right);
}

const MEASURED =
  /(?<![\p{L}-])(?:achiev|reach|deliver|exhibit|attain|obtain|measur|record|yield|demonstrat)\w*/iu;

/** A quantity with a unit: `a capacity of 119 mAh/g`, `data transfer up to 60 Gbit/s`. */
export function quantity({ amount, before, lead, finding }: Place): Reading | undefined {
  if (finding && /^(?:up to|over|at least|below|more than)$/.test(amount.qualifier ?? '')) {
    return level(phraseBefore(before));
  }
  const isGiven =
    /(?:\bof|\bto|\bis|\bwas|\bwere|\breach\w*|\bachiev\w+|\bdeliver\w*|\bobtain\w*|=|≈)\s*$/iu.test(
      before,
    );
  return isGiven && (finding || MEASURED.test(lead))
    ? level(phraseBefore(before.replace(/(?:\s(?:of|to|is|was|were)|=|≈)\s*$/iu, '')))
    : undefined;
}
