import { InvalidArgumentError } from 'commander';
import { readSurveyInput, surveyFolders } from '../loaders/index.ts';
import { type Correction, splitSchema, type Target } from '../model/index.ts';
import { buildSurvey } from '../pipeline/index.ts';
import { isRefused, newMessages, openByHand } from './by-hand.ts';

interface Options {
  keeps: string;
  leaves: string[];
  reason: string;
}

/** `arxiv:2501.00001`, `doi:10.1000/182`, `title:Two walks` */
const NAMED = /^(arxiv|doi|title):(.+)$/su;

/**
 * Writes into `content/corrections/by-hand.yaml` that a released permalink stood for several papers, which of them keeps
 * it, and which get addresses of their own. What the survey would report as an error is not written.
 *
 * @throws InvalidArgumentError for a permalink that was never released, or a paper named otherwise than `arxiv:2501.00001`
 */
export async function split(permalink: string, { keeps, leaves, reason }: Options): Promise<void> {
  const folders = surveyFolders();
  const input = await readSurveyInput(folders);
  if (!input.permalinks.permalinks.some((entry) => entry.permalink === permalink)) {
    throw new InvalidArgumentError(
      `“${permalink}” was never released; released permalinks stand in content/permalinks.json`,
    );
  }
  const entry = splitSchema.parse({
    split: permalink,
    keeps: targetOf(keeps),
    leaves: leaves.map(targetOf),
    reason,
  });
  const file = await openByHand(folders.content);
  if (file === undefined) return;
  const correction: Correction = { ...entry, ...file.place };
  // With an address papers may change their places in themes, of which warnings tell.
  const messages = newMessages(buildSurvey(input), input, correction).filter(
    ({ severity, source }) => severity === 'error' || source?.file === file.place.file,
  );
  if (isRefused(messages)) return;
  await file.write(entry);
}

function targetOf(text: string): Target {
  const [, scheme, value] = NAMED.exec(text) ?? [];
  if (scheme === undefined || value === undefined) {
    throw new InvalidArgumentError(
      `“${text}” names no paper; write arxiv:2501.00001, doi:10.1000/182 or title:Two walks`,
    );
  }
  return { [scheme]: value };
}
