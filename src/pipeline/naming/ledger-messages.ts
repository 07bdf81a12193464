import { type Message, type PermalinkEntry, permalinkLedgerFile } from '../../model/index.ts';
import { identifierKey } from '../reading/index.ts';

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

/** That a correction excludes the paper of an entry. */
export function withdrawal(entry: PermalinkEntry): Message {
  return {
    code: 'permalink-withdrawn',
    severity: 'warning',
    ...saidOf(
      entry,
      'stands for a paper that a correction excludes; its page says so.',
      'Delete the correction if the paper is to stay.',
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

/** That no paper answers to an entry, or `candidates` do. */
export function lost(entry: PermalinkEntry, candidates: number): Message {
  const { permalink, title } = entry;
  const identifiers = entry.identifiers.map(identifierKey).join(', ');
  const torn = candidates > 1;
  return {
    code: torn ? 'permalink-torn' : 'permalink-lost',
    severity: 'error',
    source: { file: permalinkLedgerFile },
    text: torn
      ? `${candidates} papers answer to the released permalink ${permalink} (“${title}”).`
      : `No paper answers to the released permalink ${permalink} (“${title}”${identifiers === '' ? '' : `, ${identifiers}`}).`,
    hint: torn
      ? 'Say in a correction which of them has this title and these identifiers, or merge them; or delete from content/permalinks.json what is not this paper’s.'
      : `Put the seed that describes it back; or, if it is another paper of the survey, merge the two in a correction with { permalink: ${permalink} }; or run \`npm run -s florilegium -- withdraw ${permalink} --reason "…"\`.`,
  };
}

/** That one paper answers to two entries. */
export function shared(holder: PermalinkEntry, entry: PermalinkEntry): Message {
  return {
    code: 'permalink-shared',
    severity: 'error',
    source: { file: permalinkLedgerFile },
    text: `One paper answers to two released permalinks, ${holder.permalink} (“${holder.title}”) and ${entry.permalink} (“${entry.title}”).`,
    hint: `If they are one paper, say so in a correction: merge: [{ permalink: ${holder.permalink} }, { permalink: ${entry.permalink} }]; if they are two, keep their records apart in one.`,
  };
}
