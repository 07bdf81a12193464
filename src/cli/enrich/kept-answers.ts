import { appendFile, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { type Lookup, lookupKey, services } from '../../pipeline/index.ts';
import { jsonOf } from '../json.ts';
import { textIfThere } from '../text-if-there.ts';
import type { Reply } from './polite.ts';

/** Where replies are kept, below the root of the checkout. Not for git. */
export const keptFile = '.florilegium/answers.jsonl';

/** One line of the file. */
const keptSchema = z.object({
  /** When the service said it: `2026-11-25T03:10:00.000Z`. */
  retrieved: z.iso.datetime(),
  /** Without the mail address. */
  url: z.string(),
  lookups: z.array(
    z.object({ service: z.enum(services), by: z.enum(['identifier', 'title']), value: z.string() }),
  ),
  status: z.int(),
  text: z.string(),
});
type Kept = z.infer<typeof keptSchema>;

/** A reply and what it answers. */
export interface KeptAnswer {
  lookups: Lookup[];
  reply: Reply;
}

/**
 * Replies of services on disk, one line of JSON each, written as they come: what was asked once is not asked again, and
 * an interrupted run goes on where it stopped. Deleting the file asks anew.
 */
export class KeptAnswers {
  readonly #file: string;
  /** What has to be written before the next line: the last one of a run that was killed may have no end. */
  #before: string;
  /** Every reply that was on disk; of two to the same lookups, the later. */
  readonly known: readonly KeptAnswer[];

  private constructor(file: string, content: string) {
    this.#file = file;
    this.#before = content === '' || content.endsWith('\n') ? '' : '\n';
    this.known = readLines(content);
  }

  /** Reads the file; one that is not there is empty. */
  static async open(file: string): Promise<KeptAnswers> {
    const content = await textIfThere(file);
    return new KeptAnswers(file, content);
  }

  /** Adds a reply at the end of the file. */
  async add({ lookups, reply }: KeptAnswer, url: string, retrieved: Date): Promise<void> {
    const address = new URL(url);
    address.searchParams.delete('mailto');
    const kept: Kept = { retrieved: retrieved.toISOString(), url: address.href, lookups, ...reply };
    await mkdir(dirname(this.#file), { recursive: true });
    await appendFile(this.#file, `${this.#before}${JSON.stringify(kept)}\n`);
    this.#before = '';
  }
}

/** The replies in the lines of a file. A line that is none, such as one cut off, is passed over. */
function readLines(content: string): KeptAnswer[] {
  const byKey = new Map<string, KeptAnswer>();
  for (const line of content.split('\n')) {
    const kept = keptSchema.safeParse(jsonOf(line));
    if (!kept.success) continue;
    const { lookups, status, text } = kept.data;
    byKey.set(lookups.map(lookupKey).join('\n'), { lookups, reply: { status, text } });
  }
  return [...byKey.values()];
}
