import {
  type Correction,
  type Edition,
  type Message,
  type PermalinkLedger,
  permalinkLedgerFile,
} from '../model/index.ts';

/** Fewer say nothing: a young survey may lose all its papers with one seed. */
const LEAST_PERMALINKS = 5;
const LEAST_CORRECTIONS = 3;
/** Of the papers of a ledger, at most this part is in a survey that it does not belong to. */
const MOST_SHARED = 0.1;

/** What of the content folder may have come with a copy of another survey. */
interface Content {
  permalinks: PermalinkLedger;
  corrections: readonly Correction[];
  editions?: readonly Edition[] | undefined;
}

/**
 * Messages in which a ledger, an edition or a file of corrections that belongs to another survey is said to do so, once,
 * in place of a message for each thing in it that this survey does not have.
 *
 * @param papers how many the survey has
 */
export function withForeignNamed(
  messages: readonly Message[],
  content: Content,
  papers: number,
): Message[] {
  const ledger = foreignLedger(messages, content.permalinks, papers);
  const files = foreignCorrections(messages, content.corrections);
  const kept = messages.filter(
    ({ code, source }) =>
      !((code === 'permalink-lost' || code === 'address-lost') && ledger !== undefined) &&
      !(code === 'correction-without-paper' && files.has(source?.file ?? '')),
  );
  return [
    ...(ledger === undefined ? [] : [ledger]),
    ...foreignEditions(content),
    ...kept,
    ...[...files].map(([file, count]): Message => ({
      code: 'foreign-corrections',
      severity: 'warning',
      source: { file },
      text: `None of its ${count} corrections is of a paper of this survey.`,
      hint: `If content/${file} came with a copy of another survey, delete it; else put back the seeds it corrects.`,
    })),
  ];
}

function foreignLedger(
  messages: readonly Message[],
  { permalinks }: PermalinkLedger,
  papers: number,
): Message | undefined {
  const current = permalinks.filter(({ fate }) => fate.status === 'current');
  const lost = messages.filter(({ code }) => code === 'permalink-lost').length;
  const [first] = current;
  if (first === undefined || current.length < LEAST_PERMALINKS) return undefined;
  if (current.length - lost > current.length * MOST_SHARED) return undefined;
  const found = current.length - lost;
  return {
    code: 'foreign-ledger',
    severity: 'error',
    source: { file: permalinkLedgerFile },
    text: `${found === 0 ? 'None' : `Only ${found}`} of the ${current.length} papers it was released with, such as ${first.permalink} (“${first.title}”), ${found > 1 ? 'are' : 'is'} among the ${papers} of this survey: the ledger belongs to another survey, or the seeds do.`,
    hint: `If it came with a copy of another survey, delete content/${permalinkLedgerFile} and content/editions/; if it is this survey’s, put the seeds back that it was released with.`,
  };
}

/** A ledger has every permalink that was ever released, so an edition with others is not of its survey. */
function foreignEditions({ permalinks: ledger, editions = [] }: Content): Message[] {
  const released = new Set(ledger.permalinks.map(({ permalink }) => permalink));
  return editions.flatMap(({ edition, works }): Message[] => {
    const unknown = works.filter(({ permalink }) => !released.has(permalink));
    const [first] = unknown;
    // Ledgers of the first version forgot what had left.
    if (first === undefined || unknown.length * 2 <= works.length) return [];
    const file = `editions/${edition}.json`;
    return [
      {
        code: 'foreign-edition',
        severity: 'error',
        source: { file },
        text: `${unknown.length} of the ${works.length} papers of the edition ${edition}, such as ${first.permalink} (“${first.title}”), were never released in content/${permalinkLedgerFile}: the edition belongs to another survey.`,
        hint: `If it came with a copy of another survey, delete content/${file}; if it is this survey’s, put the ledger back that was released with it.`,
      },
    ];
  });
}

/** Files of corrections that name no paper of the survey at all, with how many each has. */
function foreignCorrections(
  messages: readonly Message[],
  corrections: readonly Correction[],
): Map<string, number> {
  const place = (file: string, line: number | undefined) => `${file}:${line}`;
  const unanswered = new Set(
    messages.flatMap(({ code, source }) =>
      code === 'correction-without-paper' && source !== undefined
        ? [place(source.file, source.lines?.[0])]
        : [],
    ),
  );
  const files = Map.groupBy(corrections, ({ file }) => file);
  return new Map(
    [...files].flatMap(([file, all]) =>
      all.length >= LEAST_CORRECTIONS && all.every(({ line }) => unanswered.has(place(file, line)))
        ? [[file, all.length] as const]
        : [],
    ),
  );
}
