import process from 'node:process';
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { build } from './build/index.ts';
import { check } from './check.ts';
import { correct } from './correct.ts';
import { enrich } from './enrich/index.ts';
import { read } from './read.ts';
import { refusalInWords } from './refusal.ts';
import { release } from './release.ts';
import { repair } from './repair.ts';
import { suggest } from './themes.ts';
import { withdraw } from './withdraw.ts';

const exitCodes = { done: 0, inputHasErrors: 1, wrongUsage: 2 };

const program = new Command('florilegium')
  .description('Turns pasted listings of papers into a literature survey.')
  .addHelpText(
    'after',
    `
Exit codes: 0 done, 1 the input has errors or a service could not be asked, 2 wrong usage.
Folders: seeds/, content/ and dist/, unless FLORILEGIUM_SEEDS, FLORILEGIUM_CONTENT or
FLORILEGIUM_OUT name others.`,
  )
  .exitOverride()
  .configureOutput({ writeErr: (text) => process.stderr.write(text) });

program
  .command('build')
  .description('build the site; it takes the place of the former one when it is whole')
  .option('--stack', 'print where in the program an error arose')
  .action(build);

program
  .command('read')
  .description('show what a file would give, without building')
  .argument('<file...>', 'seeds to read')
  .option('--json', 'print JSON instead of text')
  .action(read);

program
  .command('check')
  .description('list what the survey has to say about its input')
  .option('--json', 'print the messages as JSON')
  .action(check);

program
  .command('repair')
  .description('restore the math of stripped texts: lines of JSON {"id", "text"} in and out')
  .option('--json', 'lines of JSON (the only form)')
  .action(repair);

program
  .command('release')
  .description('write every permalink and the state of the survey into content/, as an edition')
  .option(
    '--edition <date>',
    'name of the edition, such as 2026-11 (default: edition in site.yaml)',
  )
  .action(release);

program
  .command('correct')
  .description('write a correction of one field of a paper into content/corrections/by-hand.yaml')
  .argument('<permalink>', 'such as arxiv-2507.17249')
  .argument('<field>', 'title, authors, abstract, date, venue, arxiv, doi, categories, code_url, …')
  .argument('<value>', 'what is right, TeX allowed; several authors are separated by semicolons')
  .requiredOption('--evidence <url...>', 'where it can be checked')
  .option('--reason <text>', 'why it is corrected', 'Corrected by hand.')
  .action(correct);

program
  .command('enrich')
  .description(
    'fill missing identifiers, authors, dates and titles from records of arXiv and Crossref',
  )
  .option('--only <service>', 'ask arxiv or crossref alone')
  .option('--published', 'look, too, whether papers without a DOI have been published')
  .option('--email <address>', 'tell Crossref whom to write to; it serves such requests better')
  .option('--dry-run', 'show what would be asked, and ask and write nothing')
  .action((options) => enrich(options))
  .addHelpText(
    'after',
    `
Corrections go into content/corrections/enriched.yaml; seeds and other corrections count before
them. Answers are kept in .florilegium/answers.jsonl: an interrupted run goes on where it stopped,
and a second one asks nothing. Delete that file to ask again. arXiv is asked at most every three
seconds, Crossref every second.`,
  );

program
  .command('themes')
  .description('work on the themes of the survey')
  .command('suggest')
  .description('write suggested themes as drafts into content/themes/, to be edited')
  .option('--dry-run', 'list them and write nothing')
  .action((options) => suggest(options))
  .addHelpText(
    'after',
    `
Papers that the themes in content/themes/ leave over are sorted by what the seeds file them under,
or by the words they share. A draft has the rules that put its papers where they are; a file that is
there already is left alone.`,
  );

program
  .command('withdraw')
  .description('say in the ledger that a released permalink has no paper any more, and why')
  .argument('<permalink>', 'such as arxiv-2507.17249')
  .option('--reason <text>', 'why it was withdrawn; stands on its page')
  .option('--on <date>', 'day from which it is withdrawn (default: today)')
  .option('--undo', 'bring a withdrawn permalink back')
  .action(withdraw);

// A reader that has seen enough (`| head`) closes the pipe; that is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

try {
  await program.parseAsync();
  process.exitCode ??= exitCodes.done;
} catch (error) {
  if (error instanceof CommanderError) {
    // Commander prints what it finds itself; this comes from a command.
    if (error instanceof InvalidArgumentError) process.stderr.write(`error: ${error.message}\n`);
    // Asking for help is done; everything else commander stops at is wrong usage.
    process.exitCode = error.exitCode === 0 ? exitCodes.done : exitCodes.wrongUsage;
  } else {
    const words = refusalInWords(error);
    if (words === undefined) throw error;
    process.stderr.write(`${words}\n`);
    process.exitCode = exitCodes.inputHasErrors;
  }
}
