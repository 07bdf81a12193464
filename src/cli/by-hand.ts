import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { isSeq, parseDocument, stringify } from 'yaml';
import type { Correction, Message, Survey, SurveyInput } from '../model/index.ts';
import { buildSurvey, formatMessage } from '../pipeline/index.ts';
import { textIfThere } from './text-if-there.ts';

const fileName = 'by-hand.yaml';

/** The file of corrections that commands write. */
export interface ByHand {
  /** Where the next correction will stand. */
  place: { file: string; line: number };
  /** Writes a correction at the end, and says so; the other lines stay as they are. */
  write(correction: object): Promise<void>;
}

/** `content/corrections/by-hand.yaml`, to be added to; undefined, and said, when nothing can be added to it. */
export async function openByHand(content: string): Promise<ByHand | undefined> {
  const folder = join(content, 'corrections');
  const path = join(folder, fileName);
  const before = await textIfThere(path);
  const { contents } = parseDocument(before);
  if (contents !== null && (!isSeq(contents) || contents.flow === true)) {
    process.stderr.write(
      `content/corrections/${fileName}: a correction cannot be added to this; write the list with one "- " an entry.\n`,
    );
    process.exitCode = 1;
    return undefined;
  }
  const head = before.trimEnd();
  const line = head === '' ? 1 : head.split('\n').length + 2;
  return {
    place: { file: `corrections/${fileName}`, line },
    async write(correction) {
      const text = indented(stringify([correction], { lineWidth: 100 }), before);
      await mkdir(folder, { recursive: true });
      await writeFile(path, head === '' ? text : `${head}\n\n${text}`);
      process.stdout.write(`Written to content/corrections/${fileName}, line ${line}.\n`);
    },
  };
}

/** The entry with the indentation of the list it goes into: the blanks before its first `- `. */
function indented(entry: string, list: string): string {
  const [, blanks = ''] = /^( *)- /m.exec(list) ?? [];
  return entry.replace(/^(?=.)/gm, blanks);
}

/** Errors and warnings that a correction would bring. */
export function newMessages(survey: Survey, input: SurveyInput, correction: Correction): Message[] {
  const known = new Set(survey.messages.map(formatMessage));
  const corrections = [...input.corrections, correction];
  return buildSurvey({ ...input, corrections }).messages.filter(
    (message) => message.severity !== 'note' && !known.has(formatMessage(message)),
  );
}

/** Prints what speaks against a correction; true when something does. */
export function isRefused(messages: readonly Message[]): boolean {
  if (messages.length === 0) return false;
  for (const message of messages) process.stderr.write(`${formatMessage(message)}\n`);
  process.stderr.write('Nothing was written.\n');
  process.exitCode = 1;
  return true;
}
