export type Severity = 'error' | 'warning' | 'note';

/** One kind of message. */
interface Kind {
  /** How grave it can be; each message says how grave it is. */
  severities: readonly Severity[];
  /** What was found. One sentence. */
  meaning: string;
  /** What to do about it. One sentence. */
  remedy: string;
}

/**
 * Every kind of message by its code, which is permanent and in kebab-case. A message has one of these codes and one of
 * its severities, which the types of `Message` see to; the text of each message names what was found where.
 */
export const messageCatalogue = {
  // The bytes of a seed, and the listings in it.
  'not-utf-8': {
    severities: ['warning'],
    meaning: 'Some bytes of the seed are no UTF-8 and were read as windows-1252.',
    remedy: 'Save the page as UTF-8 if letters with accents look wrong.',
  },
  'unfit-characters': {
    severities: ['warning'],
    meaning: 'The seed has characters that no page can hold, such as NUL; each is read as U+FFFD.',
    remedy: 'Copy the text again, or take them out in an editor that shows them.',
  },
  'encoded-twice': {
    severities: ['note'],
    meaning: 'Letters of a field were encoded as UTF-8 twice, as in “Ã©” for “é”, and were mended.',
    remedy: 'Give the value in a correction if it was meant as it stood.',
  },
  'cut-character': {
    severities: ['warning'],
    meaning: 'The seed ends inside a character.',
    remedy: 'Paste the end of the page again if it was cut off.',
  },
  'seed-is-no-file': {
    severities: ['warning'],
    meaning: 'Something in the seeds folder is no file, or one that may not be read, and was left.',
    remedy: 'Put a copy of the text there as a plain file.',
  },
  'seed-name-private': {
    severities: ['note'],
    meaning:
      'The name of a seed has a mail address or a local path in it, which is published nowhere.',
    remedy: 'Rename the file to give it a public name of your choice.',
  },
  'seed-is-no-text': {
    severities: ['warning'],
    meaning: 'A file is a PDF, an archive, an image or the like, and was not read.',
    remedy: 'Open it, copy the listing as text, and paste that into the file.',
  },
  'seed-too-large': {
    severities: ['warning'],
    meaning: 'A seed has more bytes than the limits of the survey allow, and was not read.',
    remedy: 'Divide it, or set `limits.bytes` in `content/site.yaml`.',
  },
  'seed-not-read': {
    severities: ['warning'],
    meaning: 'A reader failed on a seed, which is a defect of the reader.',
    remedy: 'Report the defect with the file.',
  },
  'too-many-records': {
    severities: ['warning'],
    meaning: 'A seed has more records than the limits of the survey allow; the rest was not read.',
    remedy: 'Divide it, or set `limits.records` in `content/site.yaml`.',
  },
  'field-too-long': {
    severities: ['warning'],
    meaning: 'A field has more characters than the limits of the survey allow, and was left out.',
    remedy: 'Check whether the copy is damaged there, or set `limits.field_length`.',
  },
  'nested-too-deep': {
    severities: ['warning'],
    meaning: 'A field or file was left out, as its brackets nest deeper than the survey allows.',
    remedy: 'Check whether the copy is damaged there, or set `limits.nesting`.',
  },
  'too-many-characters': {
    severities: ['warning'],
    meaning:
      'The fields of a seed have more characters together than they may; the rest was not read.',
    remedy: 'Divide it, or set `limits.characters` in `content/site.yaml`.',
  },
  'macros-too-long': {
    severities: ['warning'],
    meaning:
      'The macros of a BibTeX file stand for many times its own text; some were left as their names.',
    remedy: 'Write the values out, and take out macros that only name each other.',
  },
  'empty-seed': {
    severities: ['warning'],
    meaning: 'The seed has no text in it.',
    remedy: 'Paste the listing again, or delete the file.',
  },
  'unknown-format': {
    severities: ['warning'],
    meaning: 'No reader knows the text of the seed, or several do, and nothing was read from it.',
    remedy: 'Paste the whole page, one listing a file, or add a reader.',
  },
  'layout-inferred': {
    severities: ['note'],
    meaning:
      'No reader of a format knows the text; how its papers are laid out was learned from how they repeat.',
    remedy:
      'Compare the papers with the text, and say under `layouts` in `content/site.yaml` if it is wrong.',
  },
  'unparsed-text': {
    severities: ['warning'],
    meaning: 'A stretch of a listing is neither part of a paper nor furniture of such a page.',
    remedy: 'Give the value in a correction if it belongs to a paper.',
  },
  'fewer-records-than-claimed': {
    severities: ['warning'],
    meaning: 'The page says it lists more papers than were found on it.',
    remedy: 'Copy the rest of the page into a further seed.',
  },
  'more-records-than-claimed': {
    severities: ['note'],
    meaning: 'The page says it lists fewer papers than were found on it.',
    remedy: 'Check whether two pages were pasted into one file.',
  },
  'copies-on-one-page': {
    severities: ['note'],
    meaning: 'A page prints papers twice; the copy that says more was read.',
    remedy: 'Nothing needs to be done.',
  },
  'titles-missing': {
    severities: ['warning', 'note'],
    meaning:
      'The listing has no titles where such a page has them, or is of a kind that prints none.',
    remedy: 'Copy the page again with its titles, or give them in corrections.',
  },
  'bylines-missing': {
    severities: ['note'],
    meaning: 'No record of the page has the line with authors and date.',
    remedy: 'Copy the page again with these lines, or give authors and dates in corrections.',
  },
  'abstracts-shortened': {
    severities: ['warning'],
    meaning: 'Abstracts stand in the short form of a search page.',
    remedy: 'Unfold them before copying, or add a source with whole abstracts.',
  },

  // One record of a seed.
  'record-not-read': {
    severities: ['warning'],
    meaning: 'The program failed on a record, which is a defect, and left it out.',
    remedy: 'Report the defect with the lines named.',
  },
  'record-without-byline': {
    severities: ['note'],
    meaning: 'A record lacks the line with authors and date that others of its page have.',
    remedy: 'Give its authors and date in a correction.',
  },
  'record-without-abstract': {
    severities: ['note'],
    meaning: 'A record has no abstract.',
    remedy: 'Give it in a correction if the paper has one.',
  },
  'shortened-abstract': {
    severities: ['note'],
    meaning: 'The page shows only a part of an abstract.',
    remedy: 'Copy the page with the abstract unfolded, or give it in a correction.',
  },
  'truncated-abstract': {
    severities: ['warning'],
    meaning: 'The copy ends inside an abstract.',
    remedy: 'Copy the end of the page again, or give the abstract in a correction.',
  },
  'truncated-record': {
    severities: ['warning'],
    meaning: 'The copy ends inside a record, before its abstract.',
    remedy: 'Copy the end of the page again, or give the abstract in a correction.',
  },
  'badge-without-title': {
    severities: ['warning'],
    meaning: 'A badge stands in an author page without the title expected under it.',
    remedy: 'Copy the page again with its titles.',
  },
  'entry-without-title': {
    severities: ['warning'],
    meaning: 'An entry of an export has neither a title nor an identifier and names no paper.',
    remedy: 'Give it a title and export it again if it is a paper.',
  },
  'entry-without-paper': {
    severities: ['warning', 'note'],
    meaning: 'An answer of an interface has an entry that describes no paper.',
    remedy: 'Copy it again if it was cut off.',
  },
  'not-a-paper': {
    severities: ['note'],
    meaning: 'A row of a table is of something else than a paper.',
    remedy: 'Leave it out of the export if it is in the way.',
  },
  'unbalanced-braces': {
    severities: ['warning'],
    meaning: 'The braces or quotes of a BibTeX entry do not match.',
    remedy: 'Compare its values with the file and close what is open.',
  },
  'broken-json': {
    severities: ['warning'],
    meaning: 'An item of a JSON export is not well formed; what could be read was taken.',
    remedy: 'Compare the item with the file, or export it again.',
  },

  // One value of a record.
  'author-perhaps-two': {
    severities: ['note'],
    meaning: 'The only author of a record has two words on either side of a comma.',
    remedy: 'Nothing needs to be done if it is one person; else give the authors in a correction.',
  },
  'date-unreadable': {
    severities: ['warning'],
    meaning: 'A value that stands where a date is expected is none; it is kept as a remark.',
    remedy: 'Set the date in a correction.',
  },
  'date-without-year': {
    severities: ['note'],
    meaning: 'A date has no year, and nothing on its page tells which; it is kept as a remark.',
    remedy: 'Set the date in a correction.',
  },
  'identifier-unreadable': {
    severities: ['warning'],
    meaning: 'A value that stands where an identifier is expected is none; it is kept as a remark.',
    remedy: 'Give the right one in a correction if the paper has one.',
  },
  'identifier-conflict': {
    severities: ['warning'],
    meaning: 'A record gives two identifiers of one scheme; the first is taken.',
    remedy: 'Set the right one in a correction if the first is wrong.',
  },
  'tex-lone-dollar': {
    severities: ['note'],
    meaning: 'A dollar sign opens or closes no formula.',
    remedy: 'Set the text in a correction if a formula was meant.',
  },
  'tex-lone-delimiter': {
    severities: ['note'],
    meaning: 'A delimiter of a formula has no partner.',
    remedy: 'Set the text in a correction if a formula was meant.',
  },
  'tex-unknown-command': {
    severities: ['note'],
    meaning: 'A text has a TeX command that is not known.',
    remedy: 'Write what it stands for into a correction.',
  },
  'math-unknown-command': {
    severities: ['note'],
    meaning: 'A formula has a command that KaTeX does not know; its name is set upright.',
    remedy: 'Write its meaning into a correction if it is an author’s own.',
  },
  'math-not-set': {
    severities: ['warning'],
    meaning: 'KaTeX cannot set a formula, which is shown as LaTeX.',
    remedy: 'Write it in LaTeX that KaTeX knows, in a correction.',
  },

  // Which records are one paper, and what corrections say of it.
  'identifier-of-two-papers': {
    severities: ['warning'],
    meaning: 'Two papers have one identifier and differ in another.',
    remedy: 'Merge them in a correction, or set the right identifiers.',
  },
  'correction-without-paper': {
    severities: ['warning'],
    meaning: 'No paper answers to what a correction names.',
    remedy: 'Check the spelling, or delete the correction if its paper left the survey.',
  },
  'decision-without-paper': {
    severities: ['warning'],
    meaning: 'No paper answers to what a row of `content/decisions.csv` names.',
    remedy: 'Check the identifier, or write the title as the seed has it.',
  },
  'decision-ambiguous': {
    severities: ['warning'],
    meaning: 'A row of `content/decisions.csv` names several papers, and is laid on none of them.',
    remedy: 'Name the paper by its DOI, arXiv identifier or permalink.',
  },
  'source-without-seed': {
    severities: ['warning'],
    meaning: 'A source of `screening` in `content/site.yaml` names a seed that is not there.',
    remedy: 'Write the path of the seed as it is, or of its folder with `/` at the end.',
  },
  'decisions-without-stage': {
    severities: ['note'],
    meaning: 'Several reviewers decided without saying at which stage.',
    remedy: 'Write title-abstract or full-text in the column `stage` where it matters.',
  },
  'decision-unread': {
    severities: ['warning'],
    meaning: 'A row of `content/decisions.csv` is no decision, and is left aside.',
    remedy: 'Write a stage and a decision as the README has them, and the paper that they are on.',
  },
  'decisions-missing': {
    severities: ['warning'],
    meaning:
      'The table `content/decisions.csv`, which left out released papers, is not there any more.',
    remedy: 'Put the table back; or withdraw the papers, or exclude them in a correction.',
  },
  'decision-names-differ': {
    severities: ['warning'],
    meaning: 'A row of `content/decisions.csv` names two papers, and is laid on neither.',
    remedy: 'Keep the name of the paper that was decided on.',
  },
  'decisions-contradict': {
    severities: ['warning'],
    meaning: 'Decisions on one paper contradict each other, and nobody has settled it; it waits.',
    remedy: 'Change one of them, or add a row whose reviewer is `consensus`.',
  },
  'correction-ambiguous': {
    severities: ['error'],
    meaning: 'A correction of facts names several papers.',
    remedy: 'Add arxiv, doi or seed to `match` until one paper is left.',
  },
  'correction-identifier-unreadable': {
    severities: ['error'],
    meaning: 'A correction sets an identifier that is none of its scheme.',
    remedy: 'Write an arXiv identifier such as 2401.01234, or a DOI.',
  },
  'corrections-disagree': {
    severities: ['error', 'warning'],
    meaning: 'Two corrections set one field of one paper to different values.',
    remedy: 'Keep the one that is right.',
  },
  'corrections-contradict': {
    severities: ['error'],
    meaning: 'Corrections both merge papers and keep them apart.',
    remedy: 'Say in one place what is one paper and what is two.',
  },
  'merged-by-likeness': {
    severities: ['note'],
    meaning: 'Two records without an identifier in common were taken for one paper.',
    remedy: 'Keep them apart in a correction if they are two.',
  },

  // Permalinks and the ledger of those released.
  'permalinks-provisional': {
    severities: ['note'],
    meaning: 'Papers have permalinks that are not released and may still change.',
    remedy: 'Run `npm run -s florilegium -- release`.',
  },
  'permalink-lost': {
    severities: ['error'],
    meaning: 'No paper answers to a released permalink.',
    remedy: 'Put its seed back, merge it with another paper in a correction, or withdraw it.',
  },
  'foreign-ledger': {
    severities: ['error'],
    meaning: 'The permalink ledger belongs to another survey, or the seeds do.',
    remedy: 'Delete the ledger and the editions that came with a copy, or put the seeds back.',
  },
  'foreign-edition': {
    severities: ['error'],
    meaning: 'An edition has papers that the permalink ledger never released.',
    remedy: 'Delete the edition that came with a copy, or put its ledger back.',
  },
  'foreign-corrections': {
    severities: ['warning'],
    meaning: 'No correction of a file is of a paper of the survey.',
    remedy: 'Delete the file that came with a copy, or put back the seeds it corrects.',
  },
  'permalink-torn': {
    severities: ['error'],
    meaning: 'Several papers answer to a released permalink.',
    remedy: 'Say in a `split` correction which of them keeps it, or merge them.',
  },
  'permalink-shared': {
    severities: ['error'],
    meaning: 'One paper answers to two released permalinks.',
    remedy: 'Merge the two in a correction, or keep their records apart in one.',
  },
  'permalink-merged': {
    severities: ['note'],
    meaning: 'A released permalink leads to another one, as a correction merges their papers.',
    remedy: 'Release the survey, which writes it into the ledger.',
  },
  'permalink-returns': {
    severities: ['note'],
    meaning: 'A released permalink that was merged or left out in screening has its paper again.',
    remedy: 'Merge the two in a correction if they are one paper; exclude it if it is to stay out.',
  },
  'permalink-withdrawn': {
    severities: ['warning'],
    meaning:
      'A released permalink stands for a paper that a correction or a decision of screening excludes.',
    remedy: 'Take the correction or the decision back if the paper is to stay.',
  },
  'withdrawn-paper-in-seeds': {
    severities: ['warning'],
    meaning: 'The paper of a withdrawn permalink is in the seeds and is left out.',
    remedy: 'Run `npm run -s florilegium -- withdraw PERMALINK --undo` to bring it back.',
  },

  'address-lost': {
    severities: ['error'],
    meaning: 'A released page of a theme or a source is gone, and nothing says where to.',
    remedy: 'Say in a correction that it has `moved`, or that it was `removed`.',
  },
  'address-left': {
    severities: ['note'],
    meaning: 'A released page of a theme, source, author or venue leads elsewhere or says it left.',
    remedy: 'Release the survey, which writes it into the ledger.',
  },
  'address-unknown': {
    severities: ['error', 'warning'],
    meaning: 'A correction speaks of a page that there is not, or not any more.',
    remedy: 'Take the address from the page, without the slashes at its ends.',
  },

  'language-without-words': {
    severities: ['warning'],
    meaning: 'The program has no words for the language of the survey; pages speak English.',
    remedy: 'Correct `language` in `content/site.yaml` if another language was meant.',
  },

  // Themes and their prose.
  'theme-term-without-words': {
    severities: ['warning'],
    meaning: 'A term of a theme has no letter or digit and matches nothing.',
    remedy: 'Write a word or a phrase.',
  },
  'second-catch-all-theme': {
    severities: ['warning'],
    meaning: 'A second theme is to take the papers that no other theme took.',
    remedy: 'Keep `catchAll: true` in one theme only.',
  },
  'theme-pin-unknown': {
    severities: ['warning'],
    meaning: 'A theme pins or unpins a permalink that no paper has.',
    remedy: 'Correct the permalink, or take it out of the list.',
  },
  'theme-pin-contradicted': {
    severities: ['warning'],
    meaning: 'A theme both pins and unpins a paper; the unpin is obeyed.',
    remedy: 'Keep it in one of the two lists.',
  },
  'paper-without-theme': {
    severities: ['warning'],
    meaning: 'Papers are in no theme.',
    remedy: 'Add terms or pins to a theme, or give one theme `catchAll: true`.',
  },
  'citation-without-paper': {
    severities: ['error'],
    meaning: 'The prose of a theme or page cites a permalink that no paper has.',
    remedy: 'Take the permalink from the address of the paper’s page.',
  },
  'link-without-page': {
    severities: ['warning'],
    meaning: 'The prose of a theme links to a paper or theme that the site has not.',
    remedy: 'Take the address from the page that is meant, or take the link out.',
  },
  'private-in-prose': {
    severities: ['warning'],
    meaning:
      'The prose of a theme or page has a mail address or a local path, and is published so.',
    remedy: 'Take it out, unless everybody may read it.',
  },
  'unreadable-prose': {
    severities: ['error'],
    meaning:
      'The prose of a theme or page is not valid MDX, or computes a citation instead of naming its papers.',
    remedy: 'Write the permalinks as text: `<Cite of="arxiv-2401.01234" />`.',
  },
  'citation-of-withdrawn': {
    severities: ['warning'],
    meaning: 'The prose of a theme or page cites a withdrawn permalink; the mark is left out.',
    remedy: 'Revise the sentence, or take the citation out.',
  },

  // What the site says of a paper.
  'export-not-written': {
    severities: ['warning'],
    meaning: 'A paper cannot be written in some formats, which is a defect; exports leave it out.',
    remedy: 'Report the defect with the lines named.',
  },
  'page-part-not-made': {
    severities: ['warning'],
    meaning: 'A part of a paper’s page could not be made, which is a defect; the page says so.',
    remedy: 'Report the defect with the lines named.',
  },

  // Looking up what papers lack.
  'paper-not-looked-up': {
    severities: ['note'],
    meaning: 'A paper lacks something and cannot be looked up, or not be named in a correction.',
    remedy: 'Set its title or an identifier in a correction, or release the survey.',
  },
  'lookup-without-record': {
    severities: ['note'],
    meaning: 'A service has no record of an identifier.',
    remedy: 'Check the identifier, or give what is missing in a correction.',
  },
  'candidate-not-taken': {
    severities: ['note'],
    meaning: 'A record found by its title may be of another paper and was not taken.',
    remedy: 'Set its identifier in a correction if it is of this paper.',
  },
  'record-contradicts': {
    severities: ['warning'],
    meaning: 'A record that was looked up says otherwise than the seeds.',
    remedy: 'Settle it in a correction.',
  },
  'identifier-of-another-paper': {
    severities: ['warning'],
    meaning: 'A record that was looked up has an identifier of another paper; nothing was taken.',
    remedy: 'Merge the papers in a correction, or set the right identifiers.',
  },
  'correction-left-out': {
    severities: ['warning'],
    meaning: 'What was looked up is left out, as the survey would have an error with it.',
    remedy: 'Do what the error says, and look up again.',
  },
} as const satisfies Readonly<Record<string, Kind>>;

/** Permanent name of a kind of message: `record-without-byline`. */
export type MessageCode = keyof typeof messageCatalogue;
