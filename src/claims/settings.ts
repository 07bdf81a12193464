import { phraseAfter, phraseAt, settingAt } from './phrases.ts';

/** Beginnings that join a sentence to the one before. */
const JOINING =
  'addition|contrast|particular|general|fact|total|turn|summary|conclusion|this |our |all experiments|recent|example|instance|the same time|the end|comparison|experiments|practice';

/** The condition at the head of a sentence: `On Llama 3.1 8B, …`. */
function head(plain: string): string | null {
  const found = new RegExp(
    `^(?:\\p{Lu}\\p{L}+ly, )?(?:On|Across|In|For|Under|At|Among|Within|When)\\s+(?!${JOINING})([^,]{2,80}),`,
    'iu',
  ).exec(plain);
  return found?.[1] ?? null;
}

/** What stands behind a number: `on GenEval`, `after 100 cycles`. */
function behind(text: string, measure: string | null): string | null {
  const own = text.replace(
    /,?\s(?:while|with no|without|suggesting|demonstrating|showing|indicating|making|thus|thereby|which)\s.*$/i,
    '',
  );
  // `in accuracy on GenEval`: the measure is no condition.
  const rest =
    measure === null ? own : own.replace(/^\s*in\s[^,;]*?(?=\s(?:on|under|for|across|at)\s|$)/, '');
  return phraseAfter(
    rest,
    'on(?! average)|across|for|under|at|in|among|during|throughout|when|after|with(?! no| minimal| only| respect)|by(?= \\d)',
    settingAt,
  );
}

/** What experiments were made on: `Experiments on three data sets show`. */
function tried(plain: string): string | null {
  const on =
    /(?:experiments?|evaluations?|simulations?|results|tests|studies|analys[ei]s|comparisons?)(?:(?!show|that|reveal|demonstr|indicat)[^,;()]){0,30}?\s(?:on|across|over|with|in)\s+(?<on>.*)/iu.exec(
      plain,
    )?.groups?.['on'];
  return on === undefined
    ? null
    : phraseAt(
        on.replace(
          /\s(?:show|demonstrate|reveal|indicate|suggest|confirm|prove|verify)\w*\s.*$/iu,
          '',
        ),
      );
}

/** Where or on what, said before the number: the last such phrase. */
function before(text: string): string | null {
  const all = [
    ...text.matchAll(
      /(?<![\p{L}-])(?:on|across|among|in|at(?= \d))\s+(?=(?:the|a|an|\p{Lu}|\d+|patients|women|men|adults|children|\p{L}+s)\b)/gu,
    ),
  ];
  const last = all.findLast(
    ({ index }) =>
      !/^in (?:addition|contrast|particular|general|fact|total|turn|summary|terms|comparison|cases)\b/i.test(
        text.slice(index),
      ),
  );
  return last === undefined ? null : phraseAt(text.slice(last.index + last[0].length));
}

/**
 * Data set, group, place or condition of a number: what its sentence begins with, what stands behind the number, and
 * what was tried; else what was named last before it.
 *
 * @param own - what stands behind the number and belongs to it
 * @param lead - what stands before it
 * @param measure - the measure, where it is what the words behind the number begin with
 */
export function settingOf(
  plain: string,
  lead: string,
  own: string,
  measure: string | null,
): string | null {
  const parts = [head(plain), behind(own, measure), tried(plain)].filter((part) => part !== null);
  return parts.length > 0 ? [...new Set(parts)].join(', ') : before(lead);
}

/** Whom or what a study looked at, by number: `30,000 Italian firms`, `2763 postmenopausal women`. */
const STUDIED =
  /\b\d[\d,]*\s(?<whom>(?:[\p{L}-]+\s){0,3}?(?:patients|women|men|adults|children|adolescents|infants|individuals|participants|students|firms|households|workers|banks|countries|schools|rats|mice|experts)(?: with(?: (?!(?:were|was|who|and|in|to|are|is|at|from|on|had|have)\b)[\p{L}-]+){1,4})?)/u;

/** Whom an abstract says that it studied; null where it names no group by its size. */
export function studiedBy(sentences: readonly string[]): string | null {
  for (const sentence of sentences) {
    const whom = STUDIED.exec(sentence)?.groups?.['whom'];
    if (whom !== undefined) return whom.trim();
  }
  return null;
}
