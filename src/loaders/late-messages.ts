import type { Message } from '../model/index.ts';

const KEY = Symbol.for('florilegium.late-messages');

// A build loads this module twice, for the integrations and inside the bundled pages.
const shared: { [KEY]?: Message[] } & typeof globalThis = globalThis;

/** Keeps what is found only while pages are made, after the survey's messages were; the build prints it at its end. */
export function reportLate(message: Message): void {
  shared[KEY] ??= [];
  shared[KEY].push(message);
}

/** What was kept so far. */
export function lateMessages(): readonly Message[] {
  return shared[KEY] ?? [];
}
