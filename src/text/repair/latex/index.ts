export { type Reading, toLatex } from './latex.ts';
export { restoreCommands } from './restore-commands.ts';
export { strip } from './strip.ts';
