import type { Message, Severity } from '../model/index.ts';
import { printable } from '../text/index.ts';

/** `warning seeds.txt:12-14 fewer-records-than-claimed: What was found. What to do.`, on one line and safe to print. */
export function formatMessage({ code, severity, source, text, hint }: Message): string {
  const place = source === undefined ? '' : ` ${source.file}${formatLines(source.lines)}`;
  const line = `${severity}${place} ${code}: ${text}${hint === undefined ? '' : ` ${hint}`}`;
  return printable(line.replaceAll('\n', '\\n'));
}

function formatLines(lines: readonly [number, number] | undefined): string {
  if (lines === undefined) return '';
  const [first, last] = lines;
  return first === last ? `:${first}` : `:${first}-${last}`;
}

/** `1 error, 3 warnings, 12 notes`; `no messages` for none. */
export function summarise(messages: readonly Message[]): string {
  const severities: readonly Severity[] = ['error', 'warning', 'note'];
  const counts = severities.flatMap((severity) => {
    const count = messages.filter((message) => message.severity === severity).length;
    return count === 0 ? [] : [count === 1 ? `1 ${severity}` : `${count} ${severity}s`];
  });
  return counts.length === 0 ? 'no messages' : counts.join(', ');
}
