import { DOI_PREFIX } from '../../model/index.ts';
import type { Stretch } from './stretch.ts';

/** What is read as a blank. */
const BLANK = String.raw`(?:[ \t\u00a0~]|\r?\n[ \t]{0,12}|&nbsp;|&#0*160;|%20|\\[ ,])`;

/** `at` as people write it between marks. */
const AT_WORD = '(?:at|at[ -]sign|@|ät|arroba|chez|bei|chiocciola)';

// `@`, `{@}`, `$@$`, `@\texttt{`, `%40`, `&#64;`, `\u0040`, `\symbol{64}`, `\char64 `
const SIGN =
  /(?:\\text\w{2}|\\mbox)?[\\{$]?[@＠﹫]{1,2}(?:\}|\{\}|\$|\\[a-z]{2,8}\{)?|%(?:25)?40|&#(?:0*64|x0*40);|&commat;|\\(?:u00|x)40|\\symbol\{64\}|\\char\s?(?:64|"40|'100)\s?/gu;

// ` [at] `, `(at)`, `*at*`, `#at#`, ` --at-- `, `\[at\]`, `[a]`, `(replace by @)`
const BRACKETED = new RegExp(
  String.raw`${BLANK}{0,2}(?:[^\p{L}\p{N}\s@_-]{1,3}\s?${AT_WORD}\s?[^\p{L}\p{N}\s@_-]{1,3}|(?<=\s)[_-]{1,3}at[_-]{1,3}(?=\s)|\[a\]|\([^()\n@]{1,30}@\))${BLANK}{0,2}`,
  'giu',
);

// ` at ` of `ada at uni dot edu`, `ada arroba uni.es`
const SPELT = new RegExp(String.raw`${BLANK}(?:at|at[ -]sign)${BLANK}(?=[\w-])`, 'gi');
const FOREIGN = new RegExp(
  String.raw`${BLANK}(?:ät|arroba|chiocciola)${BLANK}(?=[\w-])|(?:\u00a0|&nbsp;|&#0*160;|%20)at(?:\u00a0|&nbsp;|&#0*160;|%20)`,
  'giu',
);

// `_at_` of `ada_at_uni_dot_edu`, `-at-` of `ada-at-uni-dot-edu`
const JOINED = /[_-]at[_-](?=[a-z\d-]{1,63}(?:[_-][a-z\d-]{1,63}){0,5}[_-]dot[_-])/gi;
const JOINED_HOST = /^[a-z\d-]{1,63}?(?:[_-]dot[_-][a-z\d]{1,63}){1,5}(?![\p{L}\p{N}])/iu;

// ` AT ` of `ada AT uni DOT example`; `_AT_` of `ada_AT_uni.edu`; `(a)` of `ada(a)uni.de`
const SHOUTED = / AT (?=[\w-]{1,63}(?:(?:\.| DOT )[\w-]{1,63}){0,4} DOT )/g;
const LETTERED = /\((?:a|bei)\)|_AT_/g;

// ` at ` of `E-mail: ada at uni.edu` and `ada.lee at uni.edu`; without a hint a page is at `uni.edu`
const PLAIN = new RegExp(String.raw`${BLANK}at${BLANK}(?=[\w-]{1,63}\.)`, 'g');
const HINTED =
  /(?:(?:e-?mails?|mail|correspondence|contact|reach me) ?(?:to|author|address)?\s?[:=]\s{0,3}(?!see|us|me)[\w.-]{1,64}|\be-?mail (?!us|me|him|her|them|only|and|or|lists?|address|data|servers?)[\w.-]{1,64}|(?:^|[\s(<:;,])(?!www\.|[^\s@]{0,60}\.(?:com|org|net|edu|io)$)[a-z]{2,32}[._][a-z]{2,32}\d{0,4})$/iu;

// ` @ ` of `ada @ uni.edu`, ` @` of `ada @uni [dot] edu`
const BLANKED = new RegExp(
  String.raw`${BLANK}@${BLANK}?(?=[a-z\d-]{2,63}\s?[[({<]|(?:[a-z\d-]{1,63}\s?\.\s?){0,4}[a-z\d-]{3,63}\s?\.\s?[a-z]{2,8}(?!\w))`,
  'g',
);

/** Signs that are not seen: an address may be hyphenated softly, or have one so that machines do not find it. */
const UNSEEN = String.raw`\p{Cf}`;

/** What stands before the sign: a name, or several in braces, or one in quotes. `ada.lee`, `ada\_lee`, `{ann, bob}`, `"ada lee"` */
const BEFORE = new RegExp(
  String.raw`(?:\\?[{([][^{}()[\]@<>]{1,200}\\?[})\]]|"[^"\n@]{1,64}"|(?:[a-z][\w.-]{1,30},){0,9}(?:[\p{L}\p{M}\p{N}${UNSEEN}._%+'’~-]|\\[_&%#-]){1,64})$`,
  'u',
);

/** Domains people write in words. */
const DOMAINS =
  'com|org|net|edu|gov|mil|info|io|ai|eu|de|fr|ch|uk|nl|be|se|no|dk|fi|es|pt|pl|cz|it|ca|au|nz|jp|cn|kr|tw|hk|sg|br|mx|ru|il|tr|gr|ie|example';

/** A stop, also as pages and addresses escape it: `.`, `&#46;`, `%2E` */
const STOP = String.raw`(?:\{\.\}|\\?[.。．]|&#(?:0*46|[xX]0*2[eE]);|&period;|%2[eE])`;

/** A stop in a word between brackets. */
const STOP_WORD = String.raw`(?:dot|DOT|\.|point|punkt|Punkt|punto|ponto|punt)`;

/** A host: `uni.example`, `math.uni-x.de`; one of the own network: `localhost`, `[10.0.0.1]` */
const HOST = new RegExp(
  String.raw`^${UNSEEN}{0,3}(?:(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}${UNSEEN}_-]{0,62})${STOP}){1,6}(?:\p{L}[\p{L}\p{M}]{1,23}|xn--[\da-z-]{2,50})(?![\p{L}\p{M}\p{N}_])|localhost\b|\[(?:\d{1,3}(?:\.\d{1,3}){3}|[\da-f]{0,4}(?::[\da-f]{0,4}){2,7})\])`,
  'u',
);

/** The same behind a blank or the end of a line: it must look like nothing else. */
const APART = new RegExp(
  String.raw`^\s{1,12}(?:[a-z\d](?:[a-z\d-]{0,62})(?:\.|\s\.\s)){1,5}(?:${DOMAINS})(?![\p{L}\p{N}_])`,
  'u',
);

/** Between marks: ` [dot] `, `*dot*`; between blanks: ` dot ` */
const MARKED_STOP = String.raw`\s?[^\p{L}\p{N}\s.,]{1,3}\s?${STOP_WORD}\s?[^\p{L}\p{N}\s.,]{1,3}\s?`;
const SPELT_STOP = `${BLANK}(?:dot|DOT|punto|punkt|point|ponto)${BLANK}`;

/** A host with its stops in words: `uni [dot] example`, `uni dot edu` */
const SPELT_HOST = new RegExp(
  String.raw`^[\p{L}\p{N}-]{1,63}(?:(?:${MARKED_STOP}|${SPELT_STOP}|\.)[\p{L}\p{N}-]{1,63}){0,5}(?:${MARKED_STOP}\p{L}{2,24}|${SPELT_STOP}(?:${DOMAINS}))(?![\p{L}\p{N}_])`,
  'u',
);

// `uni DOT example`
const SHOUTED_HOST = /^[\w-]{1,63}(?:(?:\.| DOT )[\w-]{1,63}){0,4} DOT [A-Za-z]{2,24}(?!\w)/;

// `uni.de`, `uni . de`
const LETTERED_HOST = new RegExp(String.raw`^(?:[a-z\d-]{1,63}\s?\.\s?){1,5}(?:${DOMAINS})(?!\w)`);

// `uni` of `mailto:ada@uni`, `email: ada@uni` and `\email{ada@uni}`: a host of the own network
const OWN_HOST = /^[a-z][\w-]{2,62}(?!\w)/i;
const NAMED_MAIL =
  /(?:mailto(?::|%3A)|\b(?:e-?mail|mail|contact|correspondence)(?: address)?(?:[:=]\s{0,3}|[{(<]|\s))$/i;

/** An address as a service hides it from machines: it is written in numbers and read by a script. */
const CODED = /(?<=data-cfemail=["']?|\/cdn-cgi\/l\/email-protection#)[\da-f]{8,200}/gi;

/** Measures of a run, where a blank is missing behind a stop: `recall@k.The` */
const MEASURE =
  /^[\p{L}\d]{1,2}\.\p{Lu}\p{Ll}*$|^\p{Lu}\.\p{L}+$|^\d+[kKmM]?\.(?:\p{Lu}|(?:in|on|to|we|it|is|as|by|of|at|and|the|for|our|this)$)/u;

/** A version in the address of a package, or a size in the name of an image: `pkg@1.2.js`, `icon@2x.png` */
const VERSION = /^(?:v?\d+\.\d|\dx\.)/;

/** Before a name that everybody may know: `@ada@mastodon.example`, and what an identifier has an at-sign in. */
const PUBLIC = new RegExp(
  String.raw`(?:^|[^\p{L}\p{N}.])@$|(?:^|[^\d.])${DOI_PREFIX}[^\s?&=;,|"'<>]{0,100}$`,
  'u',
);

/** Accounts at one host before the last of them, in brackets, behind a word for mail, or with `and` at the very beginning: `ann, bob, and ` of `(ann, bob, and cy@uni.edu)` */
const ACCOUNTS =
  /(?:(?:[{([<]|\b[Ee]-?mails?(?: address(?:es)?)?\s?[:=]|\b(?:[Cc]ontact|[Cc]orrespondence)(?: to)?\s?[:=]?)\s{0,3}|^(?=[^\n]{1,200}(?:and|&)\s$))((?:[a-z][a-z\d._-]{0,30},\s){0,9}(?:[a-z][a-z\d._-]{0,30},?\s(?:and|&)|[a-z][a-z\d._-]{0,30},)\s)$/;

/** `mailto:` */
const SCHEME = /mailto(?::|%3A)$/i;

/** Mail addresses, also those hidden from machines, with `mailto:` where it stands before them; in file order. */
export function mailAddresses(text: string): Stretch[] {
  const found: Stretch[] = [];
  const signs = [
    ...Array.from(text.matchAll(SIGN), (match) => ({ match, hosts: [SPELT_HOST, HOST, APART] })),
    ...Array.from(text.matchAll(BRACKETED), (match) => ({ match, hosts: [SPELT_HOST, HOST] })),
    ...Array.from(text.matchAll(SPELT), (match) => ({ match, hosts: [SPELT_HOST] })),
    ...Array.from(text.matchAll(FOREIGN), (match) => ({
      match,
      hosts: [SPELT_HOST, LETTERED_HOST],
    })),
    ...Array.from(text.matchAll(JOINED), (match) => ({ match, hosts: [JOINED_HOST] })),
    ...Array.from(text.matchAll(SHOUTED), (match) => ({ match, hosts: [SHOUTED_HOST] })),
    ...Array.from(text.matchAll(LETTERED), (match) => ({ match, hosts: [LETTERED_HOST] })),
    ...Array.from(text.matchAll(BLANKED), (match) => ({
      match,
      hosts: [LETTERED_HOST, SPELT_HOST],
    })),
    ...Array.from(text.matchAll(PLAIN), (match) => ({ match, hosts: [LETTERED_HOST] })).filter(
      ({ match: { index } }) => HINTED.test(text.slice(Math.max(0, index - 160), index)),
    ),
  ].sort((a, b) => a.match.index - b.match.index);
  for (const { match, hosts } of signs) {
    const [sign] = match;
    const last = found.at(-1)?.to ?? 0;
    const before = BEFORE.exec(text.slice(Math.max(last, match.index - 220), match.index))?.[0];
    if (before === undefined) continue;
    const from = match.index - before.length;
    // `git@github.com:owner/repository` is nobody's.
    if (before === 'git') continue;
    if (PUBLIC.test(text.slice(Math.max(0, from - 120), from))) continue;
    const at = match.index + sign.length;
    const rest = text.slice(at, at + 300);
    const own =
      /[@%&]/.test(sign) && NAMED_MAIL.test(text.slice(Math.max(last, from - 30), from))
        ? [OWN_HOST]
        : [];
    const host = [...hosts, ...own]
      .map((each) => each.exec(rest)?.[0])
      .find((each) => each !== undefined);
    if (host === undefined || MEASURE.test(host) || VERSION.test(host)) continue;
    const scheme = SCHEME.exec(text.slice(Math.max(last, from - 9), from))?.[0] ?? '';
    const others = ACCOUNTS.exec(text.slice(Math.max(last, from - 220), from))?.[1] ?? '';
    found.push({ from: from - scheme.length - others.length, to: at + host.length });
  }
  for (const { 0: code, index } of text.matchAll(CODED))
    found.push({ from: index, to: index + code.length });
  return found.sort((a, b) => a.from - b.from);
}
