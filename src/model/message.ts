import type { MessageCode, messageCatalogue } from './message-catalogue.ts';
import type { Lines } from './span.ts';

interface Said {
  /** File the message is about (path as given, with `/`), and lines where known. */
  source?: { file: string; lines?: Lines };
  /** What was found and what was expected. One sentence. */
  text: string;
  /** What to do about it. One sentence. */
  hint?: string;
}

type OfKind<Code extends MessageCode> = Code extends MessageCode
  ? Said & { code: Code; severity: (typeof messageCatalogue)[Code]['severities'][number] }
  : never;

/** What the build has to say about its input. Data, not text on a console: pages, CLI and JSON print the same list. */
export type Message = OfKind<MessageCode>;
