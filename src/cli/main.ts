import { readFileSync } from 'node:fs';
import module from 'node:module';
import { join } from 'node:path';
import process from 'node:process';
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { z } from 'zod';

/**
 * Makes the action of a command whose file is loaded when it is called for: all of them together take seconds to load,
 * and `--help` needs none.
 */
function when<A extends unknown[]>(load: () => Promise<(...args: A) => Promise<void>>) {
  return async (...args: A): Promise<void> => (await load())(...args);
}

/** The same for a command that loads what every other one does, so that stripping types is done once for all of them. */
function soon<A extends unknown[]>(load: () => Promise<(...args: A) => Promise<void>>) {
  return when<A>(() => {
    // A package has no types to strip, and nothing is written into its folder.
    if (import.meta.filename.endsWith('.ts')) {
      module.enableCompileCache(join(import.meta.dirname, '../../.florilegium/compiled'));
    }
    return load();
  });
}

/**
 * The same for a command that works on the survey of the folder it is called in, and would make an empty one of nothing
 * in another folder.
 */
function inSurvey<A extends unknown[]>(load: () => Promise<(...args: A) => Promise<void>>) {
  return soon<A>(async () => {
    const { refuseNoSurvey } = await import('./survey-here.ts');
    refuseNoSurvey();
    return load();
  });
}

/** The number of a port on the command line. */
function portNumber(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new InvalidArgumentError('a number from 1 to 65535 was expected.');
}

const { version } = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')));

const exitCodes = { done: 0, inputHasErrors: 1, wrongUsage: 2 };

const program = new Command('florilegium')
  .description('Turns pasted listings of papers into a literature survey.')
  .version(version)
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
  .command('new')
  .description('begin a survey in a folder of its own')
  .argument('<folder>', 'such as my-survey; it is made')
  .argument('[file...]', 'listings of papers, which become its seeds')
  .option('--from <spec>', 'what to depend on, as npm writes it: a version, a file, a repository')
  .action(when(async () => (await import('./new/index.ts')).begin));

program
  .command('build')
  .description('build the site; it takes the place of the former one when it is whole')
  .option('--stack', 'print where in the program an error arose')
  .action(when(async () => (await import('./build/index.ts')).build));

program
  .command('dev')
  .description('serve the survey while it is written; pages follow every change')
  .option('--port <number>', 'port to serve at (default: 4321)', portNumber)
  .option('--host [name]', 'serve to other machines, too')
  .action(when(async () => (await import('./serve.ts')).dev));

program
  .command('preview')
  .description('serve the finished site')
  .option('--port <number>', 'port to serve at (default: 4321)', portNumber)
  .option('--host [name]', 'serve to other machines, too')
  .action(when(async () => (await import('./serve.ts')).preview));

program
  .command('read')
  .description('show what a file would give, without building')
  .argument('<file...>', 'seeds to read')
  .option('--json', 'print JSON instead of text')
  .action(soon(async () => (await import('./read.ts')).read));

program
  .command('check')
  .description('list what the survey has to say about its input')
  .option('--json', 'print the messages as JSON')
  .action(inSurvey(async () => (await import('./check.ts')).check));

program
  .command('repair')
  .description('restore the math of stripped texts: lines of JSON {"id", "text"} in and out')
  .option('--json', 'lines of JSON (the only form)')
  .action(soon(async () => (await import('./repair.ts')).repair));

program
  .command('claims')
  .description('print what abstracts report in numbers: lines of JSON {"id", "text"} in and out')
  .action(soon(async () => (await import('./claims.ts')).claims));

program
  .command('release')
  .description('write every permalink and the state of the survey into content/, as an edition')
  .option(
    '--edition <date>',
    'name of the edition, such as 2026-11 (default: edition in site.yaml)',
  )
  .action(inSurvey(async () => (await import('./release.ts')).release));

program
  .command('deposit')
  .description(
    'write the last edition as archives take it: a bag with metadata for Zenodo and others',
  )
  .argument('<folder>', 'such as deposit; it is made')
  .action(inSurvey(async () => (await import('./deposit/index.ts')).deposit));

program
  .command('changes')
  .description('print what differs between two editions, or between one and the survey as it is')
  .argument('<from>', 'name of the earlier edition, such as 2026-11')
  .argument('[to]', 'name of the later one (default: the survey as it is)')
  .option('--json', 'as JSON')
  .action(inSurvey(async () => (await import('./changes.ts')).changes));

program
  .command('correct')
  .description('write a correction of one field of a paper into content/corrections/by-hand.yaml')
  .argument('<permalink>', 'such as arxiv-2401.01234')
  .argument(
    '<field>',
    'title, authors, abstract, date, venue, volume, pages, type, arxiv, doi, code_url, …',
  )
  .argument('<value>', 'what is right, TeX allowed; several authors are separated by semicolons')
  .requiredOption('--evidence <url...>', 'where it can be checked')
  .option('--reason <text>', 'why it is corrected', 'Corrected by hand.')
  .action(inSurvey(async () => (await import('./correct.ts')).correct));

program
  .command('split')
  .description('say which of the papers that a released permalink stood for keeps it')
  .argument('<permalink>', 'such as arxiv-2401.01234')
  .requiredOption('--keeps <paper>', 'the paper that keeps it: arxiv:2401.01234, doi:… or title:…')
  .requiredOption('--leaves <paper...>', 'those that get addresses of their own')
  .option('--reason <text>', 'why they are several', 'They are several papers.')
  .action(inSurvey(async () => (await import('./split.ts')).split));

program
  .command('enrich')
  .description('fill what papers lack from records of arXiv, Crossref, DataCite and OpenAlex')
  .option('--only <service>', 'ask arxiv, crossref, datacite or openalex alone')
  .option('--published', 'look, too, whether papers without a DOI have been published')
  .option('--email <address>', 'tell services whom to write to; they serve such requests better')
  .option('--dry-run', 'show what would be asked, and ask and write nothing')
  .action(
    inSurvey(async () => {
      const { enrich } = await import('./enrich/index.ts');
      return (options: Parameters<typeof enrich>[0]) => enrich(options);
    }),
  )
  .addHelpText(
    'after',
    `
Corrections go into content/corrections/enriched.yaml; seeds and other corrections count before
them. Answers are kept in .florilegium/answers.jsonl: an interrupted run goes on where it stopped,
and a second one asks nothing. Delete that file to ask again. arXiv is asked at most every three
seconds, the others every second.`,
  );

program
  .command('themes')
  .description('work on the themes of the survey')
  .command('suggest')
  .description('write suggested themes as drafts into content/themes/, to be edited')
  .option('--dry-run', 'list them and write nothing')
  .action(inSurvey(async () => (await import('./themes.ts')).suggest))
  .addHelpText(
    'after',
    `
Papers that the themes in content/themes/ leave over are sorted by what the seeds file them under,
or by the words they share. A draft has the rules that put its papers where they are; a file that is
there already is left alone.`,
  );

const screening = program
  .command('screen')
  .description('take papers to the programs that people screen with, and decisions back');

screening
  .command('export')
  .description('write the papers that nobody has decided on, as CSV or RIS')
  .argument('<file>', 'such as undecided.ris or undecided.csv')
  .option('--stage <stage>', 'those of one stage alone: title-abstract or full-text')
  .action(inSurvey(async () => (await import('./screen.ts')).exportUndecided));

screening
  .command('import')
  .description(
    'put the decisions in exports of Rayyan, Covidence or ASReview into content/decisions.csv',
  )
  .argument('<file...>', 'CSV or RIS, or a table of the same kind as content/decisions.csv')
  .option('--stage <stage>', 'at which stage they were taken: title-abstract or full-text')
  .option(
    '--decision <decision>',
    'what was decided on all papers of the files: include, exclude, …',
  )
  .option('--reviewer <name>', 'who took them, where the files do not say')
  .option('--dry-run', 'print what would be added and write nothing')
  .action(inSurvey(async () => (await import('./screen.ts')).importResults))
  .addHelpText(
    'after',
    `
Papers are found by identifier, then by title. Nothing in content/decisions.csv is changed or lost:
what is there already is left out, everything else becomes a further row. Decisions that contradict
each other are listed. The lists of Covidence are told by the names of their files (_irrelevant_,
_select_, _excluded_, _included_).`,
  );

program
  .command('migrate')
  .description('write what stands in content/ in an older form anew, and print what changes')
  .option('--dry-run', 'print it and write nothing')
  .action(inSurvey(async () => (await import('./migrate.ts')).migrate));

program
  .command('withdraw')
  .description('say in the ledger that a released permalink has no paper any more, and why')
  .argument('<permalink>', 'such as arxiv-2401.01234')
  .option('--reason <text>', 'why it was withdrawn; stands on its page')
  .option('--on <date>', 'day from which it is withdrawn (default: today)')
  .option('--undo', 'bring a withdrawn permalink back')
  .action(inSurvey(async () => (await import('./withdraw.ts')).withdraw));

program
  .command('verify')
  .description(
    'follow every address ever released through a built site, and print what does not lead to the right place',
  )
  .argument('<site>', 'folder of a built site, or its archive download/florilegium.zip')
  .option(
    '--against <file>',
    'the ledger of released addresses (default: permalinks.json of the content folder)',
  )
  .action(soon(async () => (await import('./verify/index.ts')).verify));

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
    const { refusalInWords } = await import('./refusal.ts');
    const words = refusalInWords(error);
    if (words === undefined) throw error;
    process.stderr.write(`${words}\n`);
    process.exitCode = exitCodes.inputHasErrors;
  }
}
