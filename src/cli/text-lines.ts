import process from 'node:process';
import { createInterface } from 'node:readline';
import { jsonOf } from './json.ts';

/**
 * Reads lines of JSON `{ "id", "text" }` from standard input and writes for each `{ "id", … }` with what `answer` gives
 * for its text. A line that is none gets `{ "line", "error" }`, and the exit code is 1.
 */
export async function answerLines(answer: (text: string) => object): Promise<void> {
  let number = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    number++;
    if (line.trim() === '') continue;
    process.stdout.write(`${JSON.stringify(answered(line, number, answer))}\n`);
  }
}

function answered(line: string, number: number, answer: (text: string) => object): object {
  const read = jsonOf(line);
  if (read && typeof read === 'object' && 'text' in read && typeof read.text === 'string') {
    const id = 'id' in read ? { id: read.id } : {};
    return { ...id, ...answer(read.text) };
  }
  process.exitCode = 1;
  return { line: number, error: 'Not a line of JSON such as {"id": "1", "text": "..."}.' };
}
