import { readName } from '../../pipeline/index.ts';
import { collapse } from '../../text/index.ts';

/** The text of a value, whitespace collapsed; undefined when nothing is left. */
export function textOf(value: string | null | undefined): string | undefined {
  const plain = collapse(value ?? '');
  return plain === '' ? undefined : plain;
}

/** A name as a service gives it. */
export interface NameInParts {
  family: string | undefined;
  given: string | undefined;
  suffix?: string | undefined;
  /** Of an organisation. */
  name: string | undefined;
}

/** The name in reading order, unless the parts could not be told from that: then `García Márquez, Gabriel`. */
export function nameInParts({
  family,
  given: first,
  suffix,
  name,
}: NameInParts): string | undefined {
  if (family === undefined) return name ?? first;
  const printed = [first, family, suffix].filter((part) => part !== undefined).join(' ');
  const read = readName(printed);
  const asRead = [read?.particle, read?.family].filter((part) => part !== undefined).join(' ');
  if (first === undefined || asRead === family) return printed;
  return [family, first, suffix].filter((part) => part !== undefined).join(', ');
}
