import type { Lines } from './span.ts';

export type Severity = 'error' | 'warning' | 'note';

/** What the build has to say about its input. Data, not text on a console: pages, CLI and JSON print the same list. */
export interface Message {
  /** Permanent name of the kind of message, kebab-case: `record-without-byline`. */
  code: string;
  severity: Severity;
  /** File the message is about (path as given, with `/`), and lines where known. */
  source?: { file: string; lines?: Lines };
  /** What was found and what was expected. One sentence. */
  text: string;
  /** What to do about it. One sentence. */
  hint?: string;
}
