import { type Message, messageCatalogue, type Severity } from '../model/index.ts';
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

/** Kinds of message that a digest shows with examples; the kinds after them are only counted. */
const MOST_KINDS = 8;
/** Messages of one kind that a digest prints. */
const EXAMPLES = 3;

/**
 * The messages of a survey in a few dozen lines at most, however many they are: each kind of error and warning with what
 * it means, how many there are and the first three; other kinds and notes with their number.
 */
export function messageDigest(messages: readonly Message[]): string[] {
  const kindsOf = (severity: Severity) =>
    [
      ...Map.groupBy(
        messages.filter((message) => message.severity === severity),
        ({ code }) => code,
      ),
    ].sort(([, a], [, b]) => b.length - a.length);
  const grave = [...kindsOf('error'), ...kindsOf('warning')];
  const counted = [...grave.slice(MOST_KINDS), ...kindsOf('note')].map(
    ([code, { length }]) => `${length} ${code}`,
  );
  return [
    ...grave.slice(0, MOST_KINDS).flatMap(([code, all]) => {
      const { length } = all;
      const more = length - EXAMPLES;
      return [
        // The message itself says what one alone means.
        ...(length === 1
          ? []
          : [`${length} ${all[0]?.severity}s ${code}: ${messageCatalogue[code].meaning}`]),
        ...all
          .slice(0, EXAMPLES)
          .map((message) => `${length === 1 ? '' : '  '}${formatMessage(message)}`),
        ...(more > 0 ? [`  and ${more} more`] : []),
      ];
    }),
    ...(counted.length > 0 ? [`Further: ${counted.join(', ')}.`] : []),
  ];
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
