import commands from '../tables/math-commands.json' with { type: 'json' };
import symbols from '../tables/math-symbols.json' with { type: 'json' };
import type { Stretch } from './stretch.ts';

/** Endings of the files people keep: a space inside of a path is taken for part of a name where one follows. */
const ENDING =
  'pdf|docx?|odt|rtf|txt|md|html?|epub|djvu|ps|pptx?|key|xlsx?|csv|tsv|json|xml|rdf|bib|ris|tex|zip|gz|tgz|png|jpe?g|gif|svg|sqlite|db|log|py|ipynb|r|sh';

// One letter of a path, or a space or bracket in a name: `My Papers/Lee (2020).pdf`. A space behind an ending or a stop ends it.
// So does one before a word or two that end with a separator: `Ada Lee\x`, `Program Files (x86)\x`.
const LETTER = String.raw`(?:[^\s"'<>|{}()\[\],;\x60]|(?<!\.(?:${ENDING})|[.,;:])(?:[ (),\[\]](?=(?:(?!\.\s)[^\n\r"<>|{};:]){0,100}\.(?:${ENDING})(?![\p{L}\p{N}]))| (?!(?:and|or|of|in|to|on|at|via|from)\b)(?=[\p{L}\p{N}_()-]{1,30}(?: [\p{L}\p{N}_()-]{1,30})?[\\/][^\s\\/])|[()](?=[\p{L}\p{N} )]{0,20}[\\/])))`;

/** What follows the beginning of a path. */
const REST = new RegExp(`${LETTER}{0,400}`, 'iuy');

/** The same where only a name of a file makes it a path. */
const FILE_NAME = new RegExp(
  String.raw`(?=${LETTER}{1,200}\.(?:${ENDING})(?![\p{L}\p{N}]))`,
  'iuy',
);

/** How a path can begin, and what must not stand before it so that it is no part of a word or an address. */
interface Beginning {
  pattern: RegExp;
  behind: RegExp;
  /** True where only the name of a file behind it makes it a path. */
  needsFile?: boolean;
  /** True for drives, whose letters and backslashes formulas have too. */
  isDrive?: boolean;
  /** True for folders of other machines, which look as a broken line with a command of TeX in it. */
  isShare?: boolean;
}

const WORD = /[\p{L}\p{N}_-]$/u;
const ADDRESS = /[\p{L}\p{N}_%/\\.~-]$/u;

/** `GET `, `endpoint `: what follows is a path of an interface on the web. */
const METHOD = /\b(?:(?:GET|HEAD|POST|PUT|PATCH|DELETE)|(?:API|[Ee]ndpoint|[Rr]oute)s?) [`“"']?$/;

const NOTHING = /(?!)/;

/** Each begins with its own signs, so that a long text is passed over quickly. */
const BEGINNINGS: readonly Beginning[] = [
  // `/home/ada/p.pdf`, `//Users/ada`; `/var/log` and `/users/42/items` of an interface are nobody's
  {
    pattern:
      /\/{1,3}(?:(?:cygdrive\/)?[a-zA-Z]\/)?(?:(?:(?:nfs|net)?homes?\d{0,2}|Users|Volumes|mnt|media|private|root|var(?!\/(?:log|lib|run|cache|spool|mail|www)(?![\w./-]))|tmp|scratch|srv|nfs|gpfs|sdcard|storage\/(?:emulated|home)|afs|Documents and Settings|(?:usr|export)\/home|run\/(?:media|user)|System\/Volumes|content\/drive)\/|users\/(?!\d+\/|[:{<])[^\s/]{1,60}\/)(?=[^\s/"'<>])/g,
    behind: ADDRESS,
  },
  {
    pattern:
      /\/(?:opt|etc|usr|data|work|export|cluster|net|nas|u|shares?|projects?|lustre|beegfs|ceph|workspace|Library|Applications)\/(?=[^\s/"'<>])/g,
    behind: ADDRESS,
    needsFile: true,
  },
  // `/lustre/ada/walks`: folders of a machine that many share; `/export/{id}/x` and `/export/items/42` are of an interface
  {
    pattern:
      /\/(?:data|work|cluster|lustre|beegfs|ceph|nas|workspace|export)\d{0,2}\/(?=[a-z][\w.-]{1,40}\/(?!\d+(?![\w.-]))[\w-])/g,
    behind: ADDRESS,
  },
  // `~/papers`, `$HOME/x`, `%USERPROFILE%\x`, `$env:TEMP\x`, `~\Documents\x`, `\Users\ada`
  {
    pattern:
      /(?:~|\$\{?HOME\}?)\/(?=[\w.-])|%(?:HOMEDRIVE%%)?[A-Za-z][A-Za-z_()]{2,30}[a-zA-Z)]%[\\/]|\$env:\w{2,30}[\\/]|(?:~\\|\\(?=Users\\|Documents and Settings\\))(?:Users|Documents|Documents and Settings|Downloads|Desktop|Dropbox|OneDrive|Pictures)\\/g,
    behind: ADDRESS,
  },
  // `./papers/p.pdf`, `files/12/p.pdf`, `Documents\p.pdf`, `iCloud Drive/p.pdf`: where a library has its files
  {
    pattern:
      /(?:\.[\\/]|(?:iCloud Drive|OneDrive[ \w-]{0,60}|Dropbox(?: \([\w ]{1,40}\))?|(?:Google|My|Shared) ?Drive|My Documents|Documents|Downloads|Desktop|Users|home|files|storage|attachments|Zotero|Mendeley Desktop|Calibre Library)[\\/])(?=[^\s"'<>:]{0,200}\.(?:pdf|docx?|epub|djvu|odt|rtf|pptx?|html?|txt)(?!\w))/g,
    behind: ADDRESS,
    needsFile: true,
  },
  // `~ada/p.pdf`, `../p.pdf`
  { pattern: /~\w{1,40}\/|\.\.[\\/]{1,2}/g, behind: ADDRESS, needsFile: true },
  // `~ada/papers/`: where a word begins, for TeX binds words with `~`
  { pattern: /(?<![^\s"'(=:])~[a-z]\w{1,40}\/(?=[\w.-]{1,100}\/)/g, behind: NOTHING },
  // `C:p.pdf`, `C:papers\p.pdf`
  {
    pattern:
      /[A-Z]:(?=[\w.\\-]{1,120}\.(?:pdf|docx?|pptx?|xlsx?|odt|txt|html?|epub|bib|ris|tex|csv|zip)(?!\w))/g,
    behind: WORD,
  },
  // `%2Fhome%2Fada`, `C%3A%5CUsers`
  { pattern: /%2F(?:home|Users|Volumes|mnt|media|private|root)%2F(?=\S)/gi, behind: ADDRESS },
  { pattern: /[A-Z]%3A(?:%5C|%2F)(?=\S)/gi, behind: WORD },
  // `C:\Users`, `C\:\\Users`, `D:/papers`
  {
    pattern: /[A-Za-z]\\?:(?:\\{1,4}|\/(?!\/))(?=[^\s\\/"'<>{}()])/g,
    behind: WORD,
    isDrive: true,
  },
  // `\\nas\papers\p.pdf`, `\\nas\ada$\x`
  {
    pattern: /\\{2,4}[\w.-]{2,60}\$?\\{1,2}(?:[\w.-]{1,60}\$\\)?/g,
    behind: ADDRESS,
    needsFile: true,
  },
  // `\\nas\papers`, `\\\\nas\\papers`: where a word begins, for TeX breaks lines so, and JSON escapes commands so
  {
    pattern:
      /(?<![^\s"'(=:;])(?:\\{2}(?=[\w.-]{2,60}\$?\\(?!\\))|\\{3,4}(?=[\w.-]{2,60}\$?\\))(?=[\w.-]{2,60}\$?\\{1,2}[\w.-]{2,60}(?![\w{[]))/g,
    behind: NOTHING,
    isShare: true,
  },
  // `//nas/papers/p.pdf`: a host of the web has a stop in its name
  {
    pattern: /\/\/[\w-]{2,60}\$?\/(?=[^\s/"'<>])/g,
    behind: /[\p{L}\p{N}_%/\\.~:-]$/u,
    needsFile: true,
  },
  // `Macintosh HD:Users:ada:p.pdf`
  { pattern: /(?:Macintosh HD)?:Users:(?=\S)/g, behind: /\/$/ },
  // `file:///x`, `file:C:/x`
  { pattern: /file(?::|%3A)(?:[/\\~.%]|[A-Za-z]:)/gi, behind: WORD },
  // `file:a.pdf`; `File:Hedge.jpg` is a picture of a wiki
  {
    pattern:
      /(?:File:(?![A-Z][^/\\\n]{0,120}\.(?:jpe?g|png|gif|svg|webm|ogg)\b)|(?:file|FILE|[aA]ttachments|[sS]torage):)(?=\S)/g,
    behind: WORD,
    needsFile: true,
  },
  // `[[p.pdf#page=3]]`: a file of a vault of notes
  {
    pattern: /\[\[(?=[^\]\n]{1,200}\.(?:pdf|docx?|epub|djvu|pptx?)(?:[#|][^\]\n]{0,100})?\]\])/gi,
    behind: NOTHING,
  },
  // `zotero://select/1`, `message:%3Cabc%40x%3E`
  {
    pattern:
      /(?:internal-pdf|zotero|mendeley|papers[23]?|bookends|readcube|x-devonthink-item|obsidian|evernote|onenote|message|content|smb|afp|nfs|ssh|scp|sftp|webdavs?|davs?|googledrive|gdrive|dropbox|onedrive|paperpile|citavi|skim|logseq|(?:chrome|moz)-extension|vscode|icloud|imaps?|pops?)(?::\/\/|%3A%2F%2F)(?=\S)|message:%3C/gi,
    behind: WORD,
  },
  // `http://localhost:23119/x`, `https://ada:word@x.example/`
  {
    pattern:
      /(?:https?|ftps?|wss?):\/\/(?:(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\]|10\.\d{1,3}\.\d{1,3}\.\d{1,3}|172\.(?:1[6-9]|2\d|3[01])\.\d{1,3}\.\d{1,3}|192\.168\.\d{1,3}\.\d{1,3}|[\w-]{1,60}\.(?:local|lan|internal)|[\w-]{1,60}(?=:\d{2,5}\/))(?=[:/])|[^\s/?#@"'<>:]{1,100}:[^\s/?#@"'<>]{1,100}@)/gi,
    behind: WORD,
  },
  // `https://x.example/?access_token=1`, `?casa_token=a1b2c3d4`, `;jsessionid=a1b2c3d4`; `resumptionToken` is everybody's
  {
    pattern:
      /https?:\/\/[^\s"'<>]{1,300}[?&;#](?:(?:access[_-]?token|auth[_-]?token|api[_-]?key|pass(?:w(?:or)?d|wd|phrase)?|pwd|X-Amz-Signature)=|(?:[\w-]{0,30}(?<!resumption|page|continuation)[_-]?token|[\w-]{0,30}(?:secret|signature|session[_-]?(?:id|key)|sessid)|jwt|sig|auth(?:key)?|ticket)=(?=[\w.%~+-]{8})|(?:sid|session)=(?=[\w.%~+-]{16})|key=(?=AIza))/gi,
    behind: WORD,
  },
  // `ada@nas:/data`, `ada@nas:~/x`
  { pattern: /(?!git@)[a-z][\w.-]{0,31}@[a-z][\w.-]{1,60}:(?=[~/]\S)/g, behind: WORD },
  // `ftp://ada:word@x.example/`
  {
    pattern: /(?:ftps?|svn|git|ldaps?|rsync):\/\/[^\s/?#@"'<>:]{1,100}:[^\s/?#@"'<>]{1,100}@/gi,
    behind: WORD,
  },
  // `http://zotero.org/users/local/x`, `https://www.zotero.org/ada/items/A`, `https://x-my.sharepoint.com/personal/ada_x_edu/x`
  {
    pattern:
      /https?:\/\/(?:(?:www\.)?zotero\.org\/(?:users\/|(?!groups\/|support\/|styles\/)[\w.-]{1,60}\/(?:items|collections|library)\/)|[\w-]{1,60}\.sharepoint\.com\/(?::\w:\/\w\/)?personal\/)(?=\S)/gi,
    behind: WORD,
  },
];

/** Folders by which a path is known whatever the letter of its drive. */
const KNOWN_FOLDER =
  /^[A-Za-z]\\?:[\\/]{1,4}(?:users|documents|dokumente|papers|papiere|home|temp|tmp|windows|program|programme|dropbox|onedrive|zotero|mendeley|jabref|literatur\w*|literature|library|bibliothek|pdfs?|desktop|downloads|data|my )/i;

const FILE = new RegExp(String.raw`\.(?:${ENDING})$`, 'iu');

/** Control words a formula may have behind a colon: `f:\mathcal{X}\to\R`. */
const CONTROL_WORDS: ReadonlySet<string> = new Set([
  ...Object.values(commands).flatMap((group) =>
    Array.isArray(group) ? group : Object.keys(group),
  ),
  ...Object.values(symbols).flatMap((group) => Object.keys(group)),
  ...'R N Z Q C to in rightarrow text mathbb mathcal left right quad qquad'.split(' '),
  ...'par hline noindent item emph textbf textit textsc texttt bf it sc tt small large footnotesize cite ref label url href footnote newline linebreak newpage centering hspace vspace smallskip medskip bigskip indent begin end'.split(
    ' ',
  ),
]);

const PUNCTUATION = /[.,:!?'’”»\]]+$/u;

/** Places on somebody's own computer or network, and addresses with a password in them, in file order. */
export function localPaths(text: string): Stretch[] {
  const found: Stretch[] = [];
  for (const beginning of BEGINNINGS) {
    for (const { 0: sign, index } of text.matchAll(beginning.pattern)) {
      const to = endOf(text, beginning, index, index + sign.length);
      if (to !== undefined) found.push({ from: index, to });
    }
  }
  return found.sort((a, b) => a.from - b.from);
}

function endOf(text: string, beginning: Beginning, from: number, at: number): number | undefined {
  if (beginning.behind.test(text.slice(Math.max(0, from - 2), from))) return undefined;
  if (METHOD.test(text.slice(Math.max(0, from - 12), from))) return undefined;
  if (beginning.needsFile) {
    FILE_NAME.lastIndex = at;
    if (!FILE_NAME.test(text)) return undefined;
  }
  REST.lastIndex = at;
  REST.test(text);
  const path = text.slice(from, REST.lastIndex).replace(PUNCTUATION, '');
  if (beginning.isDrive && !isOnDrive(path)) return undefined;
  const words = path.split(/\\+/);
  if (beginning.isShare && (namesCommand(words) || words.some(isEscape))) return undefined;
  return from + path.length;
}

/** `u00e9` of `\\u00e9\\u00e9`: a letter that was escaped twice. */
const isEscape = (word: string) => /^(?:u[\da-f]{4}|x[\da-f]{2})/i.test(word);

/** Whether one of some words is a command of TeX. */
function namesCommand(words: readonly string[]): boolean {
  return words.some((word) => CONTROL_WORDS.has(/^[A-Za-z]*/.exec(word)?.[0] ?? ''));
}

/** A path rather than a formula such as `f:\Omega\to` or a ratio such as `a:/b`. */
function isOnDrive(path: string): boolean {
  if (KNOWN_FOLDER.test(path) || FILE.test(path)) return true;
  if (!/^[A-Z]/.test(path) || /[$^]/.test(path)) return false;
  const words = path
    .slice(2)
    .split(/[\\/:]+/)
    .filter((word) => word !== '');
  // `Z:\%a` and `Z:\_a` are how TeX writes `Z:%a` and `Z:_a`.
  const [first = '', second] = words;
  // `C:\n`: a letter is escaped, or a set named.
  if (second === undefined && first.length < 2) return false;
  return (
    (second === undefined ? /^[\p{L}\p{N}]/u : /^[\p{L}\p{N}._-]/u).test(first) &&
    !namesCommand(words)
  );
}
