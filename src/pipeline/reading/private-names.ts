import { type RawField, SHORT_MONTH } from '../../model/index.ts';
import { privateStretches } from '../../text/index.ts';

// `annote`, `author+an`, `privnote`, `my-thoughts`, `Notizen`, `Remarques`, `メモ`
const NOTES =
  /notes?\b|annot|\+an\b|comment|\bmemos?\b|to ?do|next steps|highlights?\b|marginal|quot(?:e|ation)s?\b|knowledge items|privat|priv(?=note|$)|\bpersonal\b|\binternal\b|secret|thought|opinion|impression|\b(?:i|me|mine)\b|notiz|anmerk|bemerk|kommentar|aufgaben|\bzitate\b|wissenselement|remarque|^remarks?$|notas?\b|coment[aá]rio|observacion|opmerking|appunti|заметк|примечан|комментар|メモ|備考|コメント|笔记|筆記|备注|備註|批注|评论/u;

// `file`, `bdsk-file-1`, `local-url`, `Dateiname`, `Chemin`, `附件`
const FILES =
  /(?<!pro)\bfiles?\b|^local|file ?(?:name|path)|path$|attach|bdsk|sentelink|^fulltext$|^pdfs?$|^pdf location$|folder|directory|^drive link|\bdatei|\bpfad\b|\bordner\b|anhang|fichier|chemin|dossier|archivo|\bruta\b|carpeta|\bbestand|файл|вложен|文件|路径|附件|ファイル|パス$|添付/u;

// `__markedentry`, `email`, `Assigned to`, `createdByUser.name`, `csrf-token`, `Courriel`
const PERSONS =
  /e ?mail|^em$|^contact|owner|\buser ?(?:name|login|id)?$|\bmy\b|\b(?:added|uploaded|imported|created|saved|modified|updated|changed|screened|decision|purchased|read) by\b|^by$|\b(?:assigned|shared|lent|borrowed|ausgeliehen)(?: (?:to|with|from|by|an)\b|$)|borrower|screener|^reviewers?\b|^phone|^(?:access |auth |csrf |api |session |bearer )?token$|password|passwort|\bapi ?key|\bcookie|\blogin\b|(?:erstellt|geändert|hinzugefügt) von|^library (?:name|links)|courriel|correo|почта|邮箱|郵箱|メール/u;

// What reference managers keep of their owner's reading: `readstatus`, `ranking`, `groups`, `date-read`, `mendeley-tags`, `usera`
const LIBRARY =
  /(?<!open ?)review(?!ed)|\bgroups?$|^collections?$|\bread(?:status|ing)?\b|^read|rank|rating|priority|relevance|^printed$|qualityassured|markedentry|starred|favou?rite|bookmark|^mendeley tags|^user ?[a-f]$|^verb[a-c]$|^creator$|^keep$|^shelf$|^uri local|^price$|^purchased$/;

// As in `LIBRARY`, where columns have any name: `Review` and `Priority` may be the subject itself.
const COLUMNS =
  /\bread(?:status)?\b|^reading (?:status|state|list|date|progress)|\bgroups$|^gruppen$|starred|favou?rite|bookmark|filed in|^collections$|^(?:my )?ratings?$|^bewertung$|^gelesen$|^due date$|^interest$|^importance$/;

/** What is private where readers take whatever names a text has for its fields. */
const IN_ANY: readonly RegExp[] = [NOTES, FILES, PERSONS, COLUMNS];

/** What readers or whole sites call so, and is nobody's: the remark of a public list, the address of a paper's file. */
const OF_EVERYBODY: Readonly<Record<string, RegExp>> = {
  'awesome-list': /^note$/,
  objects: /^pdf$/,
};

/** Tags of RIS that are whatever their owner made of them, or a publisher of its own: `C1`. */
const CUSTOM_TAG = /^c[1-8]$/;

/** Which fields somebody's library keeps for its owner, by format. They are looked at only where the survey has no field of its own for them. */
const KEPT_BY_OWNER: Readonly<Record<string, readonly RegExp[]>> = {
  bibtex: [NOTES, FILES, PERSONS, LIBRARY],
  'csl-json': [NOTES, FILES, PERSONS, LIBRARY, /^custom\b/],
  table: IN_ANY,
  'awesome-list': IN_ANY,
  blocks: IN_ANY,
  labels: IN_ANY,
  objects: IN_ANY,
  'endnote-xml': [NOTES, FILES, PERSONS, LIBRARY, /^(?:custom.*|[1-4$]?)$/],
  enw: [/^[<>f1-4$]?$/],
  ris: [/^(?:n1|no|rn|l[1-4]|em|u[1-5]|lb)$/, CUSTOM_TAG],
  'web-of-science': [/^em$/],
  'zotero-rdf': [/^z:path$|^rdf:description$/],
};

/** Identifiers that EndNote has no field of its own for, and keeps in custom ones. */
const IDENTIFIER = /^(?:PMC\d+|NIHMS\d+)$/i;

// `Date Added`, `timestamp`, `creationdate`: when somebody filed it, and with some programs who
const FILED =
  /^timestamp$|\b(?:date|creation|modification|last) ?(?:added|modified|date|modification)$/;
const DATE = new RegExp(
  String.raw`^(?:[\d\s:.,TZ+/-]|\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|${SHORT_MONTH})[a-z]{0,6}\b|GMT|UTC)*$`,
);

// `Status: to read`: of the reader, not of the paper
const STATE = /\b(?:status|state|progress|stand)$/;
const READING_STATE =
  /\b(?:to[- ](?:be )?read|unread)\b|^(?:reading|read|skimmed|skim|in progress|want to|done|finished|new|todo|gelesen|ungelesen)\b/i;

// `shelf 3 in my office`, and not `QA76.9 .D3`: where a copy stands in somebody's room
const CALL_NUMBER =
  /^(?:call ?num(?:ber)?|cn|l|library|(?:physical ?)?location|shelf ?(?:mark|location)|archive ?location|loc in archive|dc:coverage)$/;
const AT_HOME =
  /\b(?:shel(?:f|ves)|bookcase|desk|(?:in|my|the) office|my|at home|drawer|cupboard|basement|attic|regal|schrank|büro|schreibtisch|keller|étagère|armoire|estante|cajón|scaffale|scrivania)\b/i;

/** `Local-Path`, `localPath`, `local_path` and `bdsk-file-1` as the tables have them. */
export function folded(name: string): string {
  return name
    .replace(/(?<=\p{Ll})(?=\p{Lu}\p{Ll})/gu, ' ')
    .toLowerCase()
    .replace(/[\s_.*#-]+(?:\d+$)?/gu, ' ')
    .trim();
}

/** Whether a field has one of these names, the survey's or a format's own, in whatever letters and marks. */
export function namedAs(
  names: readonly string[],
): (field: { name: string; label?: string | undefined }) => boolean {
  const known = new Set(names.map(folded));
  return ({ name, label }) =>
    known.has(folded(name)) || (label !== undefined && known.has(folded(label)));
}

/** Whether a text that no reader knows says by a label or key that its value is its owner's. */
export function isLabelledPrivate(label: string, value: string): boolean {
  // Zotero's place for what it has no field for.
  const isPrivate =
    folded(label) === 'extra' || isPrivateIn(IN_ANY, label, value) || isOwner(label, value);
  return isPrivate && !isOfPublication(value) && !isOnTheWeb(value);
}

/** `"library": {"type": "user", "name": "ada"}`, as Zotero says whose library it is */
const isOwner = (label: string, value: string) =>
  label === 'library' && /^\{\s{0,20}"type"\s{0,9}:\s{0,9}"user"/.test(value);

function isPrivateIn(names: readonly RegExp[], label: string, value: string): boolean {
  // `file2`
  const name = folded(label).replace(/(?<=[a-z]{3})\d{1,2}$/, '');
  if (FILED.test(name)) return !DATE.test(value);
  if (CALL_NUMBER.test(name)) return AT_HOME.test(value);
  if (STATE.test(name) && READING_STATE.test(value.trim())) return true;
  return names.some((known) => known.test(name));
}

/** Formats whose one place for notes has the owner's thoughts as well as what is said of the publication. */
const MIXED_NOTES: ReadonlySet<string> = new Set([
  'csl-json',
  'ris',
  'table',
  'awesome-list',
  'blocks',
  'labels',
  'objects',
  'endnote-xml',
  'enw',
]);

/** Formats of which a label such as `Comment` may be the owner's or of the publication. */
const MIXED_COMMENTS: ReadonlySet<string> = new Set(['blocks', 'labels', 'objects']);

// `Accepted at ICML 2024`, `12 pages, 3 figures`, `Originally published in 1984`, `[cs]`
const OF_PUBLICATION =
  /\b(?:accepted|to appear|appeared|forthcoming|under review|submitted|camera[- ]ready|preprint|oral|spotlight|best paper|extended version|in press|presented|(?:re)?print(?:ed)?|(?:un)?published|translat(?:ed|ion)|supplement|erratum|retracted|version|proceedings|workshop|thesis|\d+ (?:pages?|pp|figures?|tables?))\b|^\[[\w.-]{2,20}\]$|^(?:doi|pmc?id|arxiv|is[bs]n|citation key)\s?:/i;

// `PMID: 1`, `Publisher: Example Press`, as Zotero writes what it has no field for
const KEYED_LINE =
  /^(?:[A-Z]{2,}(?=\s?:)|(?:tex\.(?=\w+\s?:))?((?<=\.)\w+|[A-Z][A-Za-z ]{1,30}(?=: )))/;

// `I think`, `ask Ann`, `to do`: what people write to themselves
const TO_ONESELF =
  /\b(?:I(?:['’](?:m|d|ve|ll))?(?= [a-z])|me|my|mine|to-?do|private(?:ly)?|personal|confidential|secret|ask|remember)\b/;

// `ask Ann before citing`, `I doubt the proof`, `my copy is in the office`, and not `Part I of two`: in notes that else are printed with a reference
const THOUGHT =
  /\bI(?:['’](?:m|d|ve|ll)| (?:think|believe|doubt|wonder|like|am|was|have|had|did|do|need|should|must|want|could|would|met|read|saw|found))\b|\b(?:to-do|TO-?DO)\b|\btodo:|\b[Mm]y (?:own|copy|notes?|opinion|view|work|paper|talk|thesis|student|advisor|supervisor|boss)\b|\bask (?:\p{Lu}\p{Ll}|him|her|them|about|for|whether)|\bremember to\b/u;

/** Whether each line of a note says something of the publication, and none what its owner thinks. */
export function isOfPublication(note: string): boolean {
  const lines = note.split(/[\r\n]+/).filter((line) => /[\p{L}\p{N}]/u.test(line));
  return (
    !TO_ONESELF.test(note) &&
    lines.length > 0 &&
    lines.every((line) => saysPublication(line.trim()))
  );
}

function saysPublication(line: string): boolean {
  if (OF_PUBLICATION.test(line)) return true;
  const [sign, label = ''] = KEYED_LINE.exec(line) ?? [];
  return sign !== undefined && !isPrivateIn([...IN_ANY, LIBRARY, STATE], label, '');
}

/** Whether somebody's library keeps a field for its owner, as the format has it. */
export function isKeptByOwner({ name, label, value }: RawField, format: string): boolean {
  if (name === 'note')
    return MIXED_NOTES.has(format)
      ? !isOfPublication(value)
      : format === 'bibtex' && THOUGHT.test(value);

  if (name === 'status') return READING_STATE.test(value.trim());
  if (name === 'comment') return MIXED_COMMENTS.has(format) && !isOfPublication(value);
  if (name !== 'other' || label === undefined) return false;
  if (IDENTIFIER.test(value)) return false;
  if (OF_EVERYBODY[format]?.test(folded(label))) return THOUGHT.test(value);
  if (format === 'bibtex' && folded(label) === 'addendum') return THOUGHT.test(value);
  const isCustom = format === 'ris' && CUSTOM_TAG.test(folded(label));
  if (isCustom && (DATE.test(value) || isOfPublication(value))) return false;
  const names = KEPT_BY_OWNER[format] ?? [];
  return (
    (isPrivateIn(names, label, value) && !isOnTheWeb(value)) ||
    keysIn(value).some((key) => isPrivateIn(names, key, ''))
  );
}

/** The keys of a value that is an object of JSON, or a list of them. */
function keysIn(value: string): string[] {
  if (!/^\s*(?:\[\s*)?\{/.test(value)) return [];
  return Array.from(value.matchAll(/"([\w .-]{1,60})"\s{0,9}:/g), ([, key = '']) => key);
}

/** `https://x.example/a.pdf; https://x.example/b.pdf` */
const WEB_ADDRESSES = /^\s*(?:(?:https?:\/\/|www\.)[^\s;,]+[\s;,]*)+$/i;

function isOnTheWeb(value: string): boolean {
  return WEB_ADDRESSES.test(value.slice(0, 4000)) && privateStretches(value).length === 0;
}
