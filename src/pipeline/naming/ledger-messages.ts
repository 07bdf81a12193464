import {
  type Correction,
  type Message,
  type PermalinkEntry,
  permalinkLedgerFile,
  type Target,
} from '../../model/index.ts';
import { toPlain } from '../../text/index.ts';
import { identifierKey } from '../reading/index.ts';
import { lineToWrite, type Nameable, nameApart, writing } from './lines-to-write.ts';
import type { Unnamed } from './unnamed.ts';

/** What a message about an entry begins with. */
function saidOf(entry: PermalinkEntry, text: string, hint: string) {
  return {
    source: { file: permalinkLedgerFile },
    text: `The released permalink ${entry.permalink} (“${entry.title}”) ${text}`,
    hint,
  };
}

/** That a correction merges the paper of an entry into another. */
export function merging(entry: PermalinkEntry, holder: PermalinkEntry): Message {
  return {
    code: 'permalink-merged',
    severity: 'note',
    ...saidOf(
      entry,
      `leads to ${holder.permalink}, as a correction says that the two are one paper.`,
      'The next release writes this into the ledger.',
    ),
  };
}

/** That a merged entry has a paper of its own again. */
export function returning(entry: PermalinkEntry): Message {
  return {
    code: 'permalink-returns',
    severity: 'note',
    ...saidOf(
      entry,
      'was merged into another and has a paper of its own again.',
      'If they are one paper, merge them in a correction; otherwise the next release writes it into the ledger.',
    ),
  };
}

/** That decisions left out the paper of an entry, and do so no more. */
export function readmission(entry: PermalinkEntry): Message {
  return {
    code: 'permalink-returns',
    severity: 'note',
    ...saidOf(
      entry,
      'was left out in screening, and has its paper again, as no decision excludes it any more.',
      'The next release writes it into the ledger.',
    ),
  };
}

/** That a correction, or what was decided in screening, leaves out the paper of an entry. */
export function withdrawal(entry: PermalinkEntry, { file }: Correction): Message {
  return {
    code: 'permalink-withdrawn',
    severity: 'warning',
    ...saidOf(
      entry,
      `stands for a paper that ${file} excludes; its page says so.`,
      'Take that back there if the paper is to stay.',
    ),
  };
}

/** That the seeds have the paper of a withdrawn entry. */
export function keptOut(entry: PermalinkEntry): Message {
  return {
    code: 'withdrawn-paper-in-seeds',
    severity: 'warning',
    ...saidOf(
      entry,
      'is withdrawn, and its paper is in the seeds; it is left out.',
      `To bring it back: npm run -s florilegium -- withdraw ${entry.permalink} --undo`,
    ),
  };
}

/** That no paper answers to an entry; `similar` have its title or abstract, and yet something speaks against them. */
export function lost(entry: PermalinkEntry, similar: readonly Target[]): Message {
  const { permalink, title } = entry;
  const identifiers = entry.identifiers.map(identifierKey).join(', ');
  const merges = similar.map((target) => merge([{ permalink }, target], 'One paper.'));
  const other =
    merges.length === 0
      ? `if it is another paper of the survey, merge the two in a correction with { permalink: ${permalink} }`
      : `if it is this one, ${writing(merges.join(' or '))}`;
  return {
    code: 'permalink-lost',
    severity: 'error',
    source: { file: permalinkLedgerFile },
    text: `No paper answers to the released permalink ${permalink} (“${title}”${identifiers === '' ? '' : `, ${identifiers}`}).`,
    hint: `Put the seed that describes it back; or, ${other}; or run \`npm run -s florilegium -- withdraw ${permalink} --reason "…"\`.`,
  };
}

/** That an entry could be several papers, the likeliest first. */
export function tornApart(entry: PermalinkEntry, works: readonly Unnamed[]): Message {
  const { permalink, title } = entry;
  const named = nameApart(works.map(nameable));
  const targets = named.filter((target) => target !== undefined);
  const [keeps, ...leaves] = targets;
  const papers = works.map((work) => describeWork(work));
  return {
    code: 'permalink-torn',
    severity: 'error',
    source: { file: permalinkLedgerFile },
    text: `${works.length} papers could be the one that the released permalink ${permalink} (“${title}”) stands for: ${papers.join('; ')}.`,
    hint:
      keeps === undefined || targets.length < named.length
        ? 'Say in a correction which of them has this title and these identifiers, or merge them.'
        : `If the first keeps it, ${writing(lineToWrite({ split: permalink, keeps, leaves, reason: 'Two papers.' }))}; exchange what keeps and what leaves if another does. If they are one paper, in place of any line that keeps them apart ${writing(merge(targets, 'One paper.'))}.`,
  };
}

/** That one paper answers to two entries. */
export function shared(
  holder: PermalinkEntry,
  entry: PermalinkEntry,
  work: Unnamed | undefined,
): Message {
  const line = merge(
    [{ permalink: holder.permalink }, { permalink: entry.permalink }],
    'One paper.',
  );
  const apart = work === undefined ? undefined : partsOf(work, holder, entry);
  return {
    code: 'permalink-shared',
    severity: 'error',
    source: { file: permalinkLedgerFile },
    text: `One paper answers to two released permalinks, ${holder.permalink} (“${holder.title}”) and ${entry.permalink} (“${entry.title}”).`,
    hint: `If they are one paper, ${writing(line)}. If they are two, ${
      apart === undefined
        ? 'correct the record that names both'
        : writing(lineToWrite({ keep_apart: apart, reason: 'Two papers.' }))
    }.`,
  };
}

const merge = (targets: readonly Target[], reason: string) =>
  lineToWrite({ merge: targets, reason });

/** Targets of the records that a work has from each of two entries, where these are different records. */
function partsOf(
  work: Unnamed,
  holder: PermalinkEntry,
  entry: PermalinkEntry,
): [Target, Target] | undefined {
  const [left, right] = [holder, entry].map(({ identifiers }) => {
    const keys = new Set(identifiers.map(identifierKey));
    return work.identifiers.find(
      ({ value }) =>
        (value.scheme === 'arxiv' || value.scheme === 'doi') && keys.has(identifierKey(value)),
    );
  });
  if (left?.from.kind !== 'seed' || right?.from.kind !== 'seed') return undefined;
  if (left.from.record === right.from.record) return undefined;
  return [{ [left.value.scheme]: left.value.value }, { [right.value.scheme]: right.value.value }];
}

/** A work, by what a correction can name it by. */
export function nameable({ identifiers, title, fields, observations, records }: Unnamed): Nameable {
  const abstract = fields.abstract?.value;
  return {
    identifiers,
    titles: [
      title.value.source,
      ...observations.flatMap(({ field, value }) => (field === 'title' ? [value] : [])),
    ],
    abstract: abstract === undefined ? undefined : toPlain(abstract.rich),
    seeds: records.map((key) => key.slice(0, key.lastIndexOf('#'))),
  };
}

/** `“Two in One” (arxiv:2201.00008, a.bib#2)` */
function describeWork({ title, identifiers, records }: Unnamed): string {
  const keys = [...identifiers.map(({ value }) => identifierKey(value)), ...records];
  return `“${toPlain(title.value.rich)}” (${keys.join(', ')})`;
}
