import process from 'node:process';
import { createInterface } from 'node:readline';
import { repairMath } from '../text/index.ts';
import { jsonOf } from './json.ts';

/**
 * Reads lines of JSON `{ "id", "text" }` from standard input and writes for each `{ "id", "text", "spans" }`: the text
 * with `$..$` restored and where its formulas stand. A line that is none gets `{ "line", "error" }`, and the exit
 * code is 1.
 */
export async function repair(): Promise<void> {
  let number = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    number++;
    if (line.trim() === '') continue;
    process.stdout.write(`${JSON.stringify(answer(line, number))}\n`);
  }
}

function answer(line: string, number: number): unknown {
  const read = jsonOf(line);
  if (read && typeof read === 'object' && 'text' in read && typeof read.text === 'string') {
    const id = 'id' in read ? { id: read.id } : {};
    const { text, spans } = repairMath(read.text);
    return { ...id, text, spans };
  }
  process.exitCode = 1;
  return { line: number, error: 'Not a line of JSON such as {"id": "1", "text": "..."}.' };
}
