export { type Vocabulary, classes } from './classes.ts';
export { type SplitCosts, commandNames, splitRun } from './commands.ts';
export { scriptContext } from './script-context.ts';
export { type Token, tokenise } from './tokens.ts';
