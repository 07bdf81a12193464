/** A number of a sentence with its unit. */
export interface Amount {
  start: number;
  end: number;
  value: string;
  low: number;
  high: number | null;
  unit: string | null;
  /** `about`, `up to`: words between which and the number nothing stands. */
  qualifier: string | null;
  /** Where the qualifier begins, or the number. */
  from: number;
  /** A part of a number of things: `9 out of 10 tasks`. */
  counted: boolean;
}

const NUMBER = String.raw`(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|\.\d+`;
const SIGN = String.raw`(?:(?<![\p{L}\p{N})\]])[-+−–])?`;
/** Units of a share, a factor and a distance of shares, as they are called in the answer. */
const SHARES: readonly [RegExp, string][] = [
  [/^(?:%|percent|per cent|pct)$/i, '%'],
  [/^(?:percentage[- ]points?|%p|pp|p\.p\.|points?|pts)$/i, 'points'],
  [/^(?:[x×]|-?fold|times?)$/i, 'x'],
];
const UNIT = String.raw`%p(?![\p{L}])|%|percentage[- ]points?|percent(?![\p{L}])|per cent|pp(?![\p{L}])|points?(?![\p{L}])|[x×](?![\p{L}\p{N}])|-?fold(?![\p{L}])(?! (?:nested|cross|stratified|CV))|times?(?= (?:as|more|less|fewer|faster|slower|higher|lower|larger|smaller|greater|better|longer|shorter|the|that|cheaper|lighter|likelier|improvement|reduction|acceleration|throughput|compression|on|in|over|for|compared)\b| speed|[.,;)]|$)`;
/** Units of physics and computing, with what they are divided or multiplied by. */
const MEASURED = String.raw`(?:dBm?|[kMGTP]?Hz|[kMGT]?bit\/s|[kMGT]?bps|[kMGT]?B\/s|FPS|fps|[fpnµμm]?s|[mkMG]?eV|[mµμk]?V|[mkMG]?W|[mk]?Wh|m?Ah|[mµμ]?K|[nµμmck]?m|[kMG]?Pa|[kM]?J|°C|Å|mmHg|[mM]?T)(?:[ ·]?(?:[kmc]?[gmsKL]|kg|cm|mol)(?:\^?[-−⁻]?[\d¹²³⁴]+)|\/(?:[kmc]?[gmsKL]|kg|cm|mol)(?:\^?[\d²³])?)*(?![\p{L}\p{N}])`;
/** Words that say how exact a number is. */
const QUALIFIER = `up to|as (?:much|high|many|low|little) as|as few as|more than|less than|fewer than|greater than|higher than|over|above|below|under|nearly|almost|about|around|approximately|roughly|circa|some|close to|at least|at most|no more than|only|just|within|on average|an average of|a mean of|a median of|average|median|mean|~|≈|∼|[<>≤≥⩽⩾]`;

/** A number with what says how exact it is, its sign, the other end of a range, and its unit. */
const amount = new RegExp(
  String.raw`(?<qualifier>(?:(?:(?<![\p{L}])(?:${QUALIFIER})|(?<=[~≈∼<>≤≥⩽⩾]))\s*(?:a |an |by )?)*)(?<between>between |from )?(?<dollar>[$€£])?(?<sign>${SIGN})(?<low>${NUMBER})(?:\s?(?<firstUnit>${UNIT}))?(?:(?:\s?[-–—‒~∼]+\s?| to (?:over |about |nearly )?|(?<and> and ))(?<high>${NUMBER})(?=\s?(?:${UNIT}|${MEASURED})|(?<=(?:between|factor of) .{0,30})))?(?:\s?(?<unit>${UNIT})|\s?(?<measured>${MEASURED})|(?<scale> (?:million|billion|thousand|trillion)))?`,
  'gu',
);

/** Words that say how many times, and what they say. */
const MULTIPLES: readonly [RegExp, number][] = [
  [/\b(?:doubl(?:es(?= (?:the|its|their|an?)\b)|ed|ing)(?!-)|twofold|two-fold|twice)\b/gi, 2],
  [/\b(?:tripled|tripling|threefold|three-fold)\b/gi, 3],
  [/\b(?:quadrupl(?:es|ed|ing)|fourfold|four-fold)\b/gi, 4],
  [/\b(?:fivefold|five-fold)\b/gi, 5],
  [/\b(?:tenfold|ten-fold)\b/gi, 10],
  [/\bhalv(?:es(?= (?:the|its|their)\b)|ed|ing)\b/gi, 0.5],
];

const numberOf = (written: string) => Number(written.replaceAll(',', ''));
const unitOf = (written: string | undefined): string | null => {
  if (written === undefined) return null;
  return SHARES.find(([pattern]) => pattern.test(written))?.[1] ?? written;
};

/** `about`, `up to` and their kin by one name each. */
function called(written: string): string | null {
  const words = written
    .trim()
    .replace(/\s+/g, ' ')
    .toLowerCase()
    .replace(/ (?:an?|by)$/, '');
  if (words === '') return null;
  if (/[~≈∼]|around|approximately|roughly|close to|circa|some/.test(words)) return 'about';
  if (/average|mean/.test(words)) return 'on average';
  if (/[<]/.test(words)) return 'below';
  if (/[>]/.test(words)) return 'over';
  if (/[≤⩽]/.test(words)) return 'at most';
  if (/[≥⩾]/.test(words)) return 'at least';
  return words;
}

/** Small numbers in words. */
const WORDS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');
const SMALL = WORDS.slice(1).join('|');
/** `9 out of 10 tasks`, `3 of the 7 games`: what was counted, of how many. */
const COUNT = new RegExp(
  `(?<![\\p{L}\\d.,-])(?<low>\\d+|${SMALL})(?: out)? of (?:the |all )?(?:\\d+|${SMALL}|twenty)(?= (?!%|percent|of\\b)(?:\\p{L}+[ -]){0,2}?(?<noun>\\p{L}+s)\\b)`,
  'giu',
);

/** Numbers of things: `9 out of 10 tasks`. */
function counts(plain: string): Amount[] {
  return Array.from(plain.matchAll(COUNT), ({ index, 0: value, groups = {} }) => {
    const low = groups['low']?.toLowerCase() ?? '';
    return {
      start: index,
      end: index + value.length,
      value,
      low: WORDS.includes(low) ? WORDS.indexOf(low) : Number(low),
      high: null,
      unit: groups['noun'] ?? null,
      qualifier: null,
      from: index,
      counted: true,
    };
  });
}

/** Where a participle may stand: `nearly doubling`. In `frequency doubling` it is a part of a name. */
const BEFORE_PARTICIPLE =
  /(?:^|[,;:(]\s*|\b(?:and|while|or|by|to|than|nearly|almost|about|of|\p{L}+ly)\s+)$/u;

/** Numbers in words that say how many times. */
function multiples(plain: string): Amount[] {
  return MULTIPLES.flatMap(([pattern, low]) =>
    [...plain.matchAll(pattern)].flatMap(({ index, 0: value }) =>
      value.endsWith('ing') && !BEFORE_PARTICIPLE.test(plain.slice(0, index))
        ? []
        : {
            start: index,
            end: index + value.length,
            value,
            low,
            high: null,
            unit: 'x',
            qualifier: null,
            from: index,
            counted: false,
          },
    ),
  );
}

const SCALES: Readonly<Record<string, number>> = {
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
};

/** Words that make a bare number a factor: `by a factor of 4`. */
const FACTOR = /(?:\ban? )?\bfactors? of $|(?:\b(?:an?|about|by) )factor $/;

/** Whether letters or figures on either side make a number a part of a name: `GPT-4`, `8B`, `L26`, `2-minute`. */
const isPartOfName = (before: string, after: string, unit: string | undefined) =>
  (/[\p{L}\p{N}_^./][-–.]?$/u.test(before) && unit !== '$') ||
  (/^(?:[\p{L}_^]|-\p{L}|\.\d|[/⁄]\d|,\d)/u.test(after) && unit !== '%');

/**
 * Where the second of two numbers begins with its joining word: `15 % and 11 %`, `rose from 9 % to 22 %`. `between 15 and
 * 20 %` and `ranging from 5 to 9 %` are one.
 */
function jointOf(plain: string, { index, groups = {} }: RegExpExecArray): number | undefined {
  const { and, between, high } = groups;
  if (and !== undefined) return between === 'between ' ? undefined : plain.indexOf(' and ', index);
  // `in 1999 to 19 %`: a year is no lower end.
  const isMove =
    (between === 'from ' && !/\brang\p{L}+ $/u.test(plain.slice(0, index))) ||
    /^(?:1[5-9]|20)\d\d$/.test(groups['low'] ?? '');
  const to = isMove && high !== undefined ? plain.indexOf(' to ', index) : -1;
  return to < 0 ? undefined : to;
}

/** The number that a match of the pattern is; it ends before what follows an `and` that joins two. */
function amountAt(plain: string, match: RegExpExecArray): Amount | undefined {
  const groups = match.groups ?? {};
  const { qualifier = '', between = '', sign = '', low = '', firstUnit, dollar, scale } = groups;
  const factor = FACTOR.exec(plain.slice(0, match.index));
  const joint = jointOf(plain, match);
  const isTwo = joint !== undefined;
  const isBetween = groups['and'] !== undefined && !isTwo;
  const start = match.index + qualifier.length + (isBetween ? 0 : between.length);
  const end = joint ?? match.index + match[0].length;
  const written = isTwo ? firstUnit : (groups['unit'] ?? groups['measured'] ?? firstUnit);
  if (isPartOfName(plain.slice(0, start), plain.slice(end), dollar ? '$' : (written ?? scale))) {
    return undefined;
  }
  const times = SCALES[scale?.trim() ?? ''] ?? 1;
  const high = isTwo ? undefined : groups['high'];
  return {
    start,
    end,
    value: plain.slice(start, end),
    low: (/[-−–]/.test(sign) ? -1 : 1) * numberOf(low) * times,
    high: high === undefined ? null : numberOf(high) * times,
    unit: dollar ?? unitOf(written) ?? (factor ? 'x' : null),
    qualifier: called(qualifier),
    from: factor?.index ?? match.index,
    counted: false,
  };
}

/** The numbers of a sentence in plain text, from left to right; parts of names and addresses are none. */
export function amountsOf(plain: string): Amount[] {
  const counted = counts(plain);
  const found = [...counted, ...multiples(plain)];
  const pattern = new RegExp(amount);
  for (let match = pattern.exec(plain); match; match = pattern.exec(plain)) {
    const read = amountAt(plain, match);
    // The second of two numbers is found for itself.
    pattern.lastIndex = jointOf(plain, match) ?? pattern.lastIndex;
    if (!read || counted.some(({ start, end }) => read.start < end && start < read.end)) continue;
    found.push(read);
  }
  return found.sort((a, b) => a.start - b.start);
}
