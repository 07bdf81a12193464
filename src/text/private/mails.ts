import type { Stretch } from './stretch.ts';

// `@`, `{@}`, `$@$`, `\textit{@}`, `%40`, `&#64;`, `\u0040`, `\symbol{64}`, `\char64 `
const SIGN =
  /(?:\\text\w{2}|\\mbox)?[\\{$]?[@＠﹫](?:\}|\{\}|\$)?|%(?:25)?40|&#(?:0*64|x0*40);|&commat;|\\(?:u00|x)40|\\symbol\{64\}|\\char\s?(?:64|"40|'100)\s?/gu;

// ` [at] `, `(at)`
const BRACKETED = /\s{0,2}[[({<]\s?(?:at|@|ät)\s?[\])}>]\s{0,2}/giu;

// ` at ` of `ada at uni dot edu`
const SPELT = / at (?=[\w-]{1,63}(?:\.[\w-]{1,63})? dot )/gi;

// `_at_` of `ada_at_uni_dot_edu`
const JOINED = /_at_(?=[a-z\d-]{1,63}(?:_[a-z\d-]{1,63}){0,5}_dot_)/g;
const JOINED_HOST = /^[a-z\d-]{1,63}(?:_dot_[a-z\d-]{1,63}){1,5}(?![\p{L}\p{N}])/u;

// ` AT ` of `ada AT uni DOT example`; `(a)` of `ada(a)uni.de`
const SHOUTED = / AT (?=[\w-]{1,63}(?:(?:\.| DOT )[\w-]{1,63}){0,4} DOT )/g;
const LETTERED = /\((?:a|bei)\)/g;

// ` at ` of `E-mail: ada at uni.edu` and `ada.lee at uni.edu`; without a hint a page is at `uni.edu`
const PLAIN = / at (?=[\w-]{1,63}\.)/g;
const HINTED =
  /(?:(?:e-?mails?|mail|correspondence|contact) ?(?:to|author|address)?\s?[:=]\s{0,3}(?!see|us|me)[\w.-]{1,64}|(?:^|[\s(<:;,])(?!www\.|[^\s@]{0,60}\.(?:com|org|net|edu|io)$)[a-z]{2,32}[._][a-z]{2,32}\d{0,4})$/iu;

// ` @ ` of `ada @ uni.edu`
const BLANKED = /[ \t]@[ \t]?(?=(?:[a-z\d-]{1,63}\.){0,4}[a-z\d-]{3,63}\.[a-z]{2,8}(?!\w))/g;

/** Signs that are not seen: an address may be hyphenated softly, or have one so that machines do not find it. */
const UNSEEN = String.raw`\p{Cf}`;

/** What stands before the sign: a name, or several in braces, or one in quotes. `ada.lee`, `ada\_lee`, `{ann, bob}`, `"ada lee"` */
const BEFORE = new RegExp(
  String.raw`(?:\\?[{([][^{}()[\]@<>]{1,200}\\?[})\]]|"[^"\n@]{1,64}"|(?:[\p{L}\p{M}\p{N}${UNSEEN}._%+'’~-]|\\[_&%#-]){1,64})$`,
  'u',
);

/** Domains people write in words. */
const DOMAINS =
  'com|org|net|edu|gov|mil|info|io|ai|eu|de|fr|ch|uk|nl|be|se|no|dk|fi|es|pt|pl|cz|it|ca|au|nz|jp|cn|kr|tw|hk|sg|br|mx|ru|il|tr|gr|ie|example';

/** A stop, also as pages and addresses escape it: `.`, `&#46;`, `%2E` */
const STOP = '(?:[.。．]|&#(?:0*46|[xX]0*2[eE]);|&period;|%2[eE])';

/** A stop in a word between brackets. */
const STOP_WORD = String.raw`(?:dot|DOT|\.|point|punkt|Punkt|punto|ponto|punt)`;

/** A host: `uni.example`, `math.uni-x.de`; one of the own network: `localhost`, `[10.0.0.1]` */
const HOST = new RegExp(
  String.raw`^${UNSEEN}{0,3}(?:(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}${UNSEEN}_-]{0,62})${STOP}){1,6}(?:\p{L}[\p{L}\p{M}]{1,23}|xn--[\da-z-]{2,50})(?![\p{L}\p{M}\p{N}_])|localhost\b|\[[\d.:a-f]{3,45}\])`,
  'u',
);

/** The same behind a blank or the end of a line: it must look like nothing else. */
const APART = new RegExp(
  String.raw`^\s{1,12}(?:[a-z\d](?:[a-z\d-]{0,62})(?:\.|\s\.\s)){1,5}(?:${DOMAINS})(?![\p{L}\p{N}_])`,
  'u',
);

/** A host with its stops in words: `uni [dot] example`, `uni dot edu` */
const SPELT_HOST = new RegExp(
  String.raw`^[\p{L}\p{N}_-]{1,63}(?:(?:\s?[[({<]\s?${STOP_WORD}\s?[\])}>]\s?|\s(?:dot|DOT)\s|\.)[\p{L}\p{N}_-]{1,63}){0,5}(?:\s?[[({<]\s?${STOP_WORD}\s?[\])}>]\s?\p{L}{2,24}|\s(?:dot|DOT)\s(?:${DOMAINS}))(?![\p{L}\p{N}_])`,
  'u',
);

// `uni DOT example`
const SHOUTED_HOST = /^[\w-]{1,63}(?:(?:\.| DOT )[\w-]{1,63}){0,4} DOT [A-Za-z]{2,24}(?!\w)/;

// `uni.de`
const LETTERED_HOST = new RegExp(String.raw`^(?:[a-z\d-]{1,63}\.){1,5}(?:${DOMAINS})(?!\w)`);

/** Measures of a run, where a blank is missing behind a stop: `recall@k.The` */
const MEASURE =
  /^[\p{L}\d]{1,2}\.\p{Lu}\p{Ll}*$|^\d+[kKmM]?\.(?:\p{Lu}|(?:in|on|to|we|it|is|as|by|of|at|and|the|for|our|this)$)/u;

/** A version in the address of a package: `pkg@1.2.js` */
const VERSION = /^v?\d+\.\d/;

/** Before a name that everybody may know: `@ada@mastodon.example`, and what an identifier has an at-sign in. */
const PUBLIC = /(?:^|[^\p{L}\p{N}.])@$|(?:^|[^\d.])10\.\d{4,9}\/[^\s?&=;,|"'<>]{0,100}$/u;

/** `mailto:` */
const SCHEME = /mailto(?::|%3A)$/i;

/** Mail addresses, also those hidden from machines, with `mailto:` where it stands before them; in file order. */
export function mailAddresses(text: string): Stretch[] {
  const found: Stretch[] = [];
  const signs = [
    ...Array.from(text.matchAll(SIGN), (match) => ({ match, hosts: [HOST, APART] })),
    ...Array.from(text.matchAll(BRACKETED), (match) => ({ match, hosts: [SPELT_HOST, HOST] })),
    ...Array.from(text.matchAll(SPELT), (match) => ({ match, hosts: [SPELT_HOST] })),
    ...Array.from(text.matchAll(JOINED), (match) => ({ match, hosts: [JOINED_HOST] })),
    ...Array.from(text.matchAll(SHOUTED), (match) => ({ match, hosts: [SHOUTED_HOST] })),
    ...Array.from(text.matchAll(LETTERED), (match) => ({ match, hosts: [LETTERED_HOST] })),
    ...Array.from(text.matchAll(BLANKED), (match) => ({ match, hosts: [LETTERED_HOST] })),
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
    const host = hosts.map((each) => each.exec(rest)?.[0]).find((each) => each !== undefined);
    if (host === undefined || MEASURE.test(host) || VERSION.test(host)) continue;
    const scheme = SCHEME.exec(text.slice(Math.max(last, from - 9), from))?.[0] ?? '';
    found.push({ from: from - scheme.length, to: at + host.length });
  }
  return found;
}
