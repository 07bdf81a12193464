/** How a language writes figures. */
export interface Figures {
  /** `1,402`, whatever the locale of the machine. */
  number(n: number): string;
  /** `12.5`, with one digit behind the sign for decimals. */
  decimal(n: number): string;
  /** `99.9 %`, `0.1 %`, never rounded up to all or down to nothing. */
  share(part: number, whole: number): string;
}

/**
 * Figures of a language.
 *
 * @param thousands sign between groups of three digits
 * @param point sign before decimals
 * @param percent sign of percents with the blank before it
 */
export function figures(thousands: string, point: string, percent = '\u00a0%'): Figures {
  const number = (n: number) => String(n).replace(/\B(?=(\d{3})+$)/g, thousands);
  const decimal = (n: number) => n.toFixed(1).replace('.', point);
  return {
    number,
    decimal,
    share(part, whole) {
      if (whole === 0 || part === 0) return `0${percent}`;
      if (part === whole) return `100${percent}`;
      return `${decimal(Math.min(99.9, Math.max(0.1, (100 * part) / whole)))}${percent}`;
    },
  };
}

/** Year, month and day of a date as numbers, as precise as it is. */
export function partsOf(
  iso: string,
): [year: string, month: number | undefined, day: number | undefined] {
  const [year = '', month, day] = iso.split('-');
  return [
    year,
    month === undefined ? undefined : Number(month),
    day === undefined ? undefined : Number(day),
  ];
}

/** The parts that are there, with a blank between them. */
export const spaced = (...parts: readonly (string | number | undefined)[]) =>
  parts.filter((part) => part !== undefined && part !== '').join(' ');

/** `a`, `a and b`, `a, b and c`. */
export function series(items: readonly string[], comma: string, and: string): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(comma)}${and}${items.at(-1)}`;
}

/** Root path to an address: what a text that links to pages is given. */
export type To = (path: string) => string;

/** A text with each phrase in it said in the words for it. */
export const eachSaid = (words: Readonly<Record<string, string>>, text: string) =>
  Object.entries(words).reduce((said, [phrase, word]) => said.replaceAll(phrase, word), text);
