import type { Stretch } from './stretch.ts';

// `@`, `{@}`, `$@$`, `%40`, `&#64;`, `\u0040`
const SIGN = /[\\{$]?[@＠﹫][}$]?|%40|&#(?:64|x40);|&commat;|\\u0040/gu;

// ` [at] `, `(at)`
const BRACKETED = /\s{0,2}[[({<]\s?(?:at|@|ät)\s?[\])}>]\s{0,2}/giu;

// ` at ` of `ada at uni dot edu`
const SPELT = / at (?=[\w-]{1,63}(?:\.[\w-]{1,63})? dot )/gi;

/** What stands before the sign: a name, or several in braces. `ada.lee`, `ada\_lee`, `{ann, bob}` */
const BEFORE =
  /(?:\\?[{([][^{}()[\]@<>]{1,200}\\?[})\]]|(?:[\p{L}\p{M}\p{N}._%+'’~-]|\\[_&%#-]){1,64})$/u;

/** A host: `uni.example`, `math.uni-x.de` */
const HOST =
  /^(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}_-]{0,62})\.){1,6}(?:\p{L}[\p{L}\p{M}]{1,23}|xn--[\da-z-]{2,50})(?![\p{L}\p{M}\p{N}_])/u;

/** A host with its stops in words: `uni [dot] example`, `uni dot edu` */
const SPELT_HOST =
  /^[\p{L}\p{N}_-]{1,63}(?:(?:\s?[[({<]\s?(?:dot|DOT|\.)\s?[\])}>]\s?|\s(?:dot|DOT)\s|\.)[\p{L}\p{N}_-]{1,63}){0,5}(?:\s?[[({<]\s?(?:dot|DOT|\.)\s?[\])}>]\s?\p{L}{2,24}|\s(?:dot|DOT)\s(?:com|org|net|edu|gov|mil|info|io|ai|eu|de|fr|ch|uk|nl|be|se|no|dk|fi|es|pt|pl|cz|it|ca|au|nz|jp|cn|kr|tw|hk|sg|br|mx|ru|il|tr|gr|ie))(?![\p{L}\p{N}_])/u;

/** Measures of a run, where a blank is missing behind a stop: `recall@k.The` */
const MEASURE = /^[\p{L}\d]{1,2}\.\p{Lu}\p{Ll}*$|^\d+[kKmM]?\.\p{Lu}/u;

/** A version in the address of a package: `pkg@1.2.js` */
const VERSION = /^v?\d+\.\d/;

/** `mailto:` */
const SCHEME = /mailto(?::|%3A)$/i;

/** Mail addresses, also those hidden from machines, with `mailto:` where it stands before them; in file order. */
export function mailAddresses(text: string): Stretch[] {
  const found: Stretch[] = [];
  const signs = [
    ...Array.from(text.matchAll(SIGN), (match) => ({ match, hosts: [HOST] })),
    ...Array.from(text.matchAll(BRACKETED), (match) => ({ match, hosts: [SPELT_HOST, HOST] })),
    ...Array.from(text.matchAll(SPELT), (match) => ({ match, hosts: [SPELT_HOST] })),
  ].sort((a, b) => a.match.index - b.match.index);
  for (const { match, hosts } of signs) {
    const [sign] = match;
    const last = found.at(-1)?.to ?? 0;
    const before = BEFORE.exec(text.slice(Math.max(last, match.index - 220), match.index))?.[0];
    if (before === undefined) continue;
    const from = match.index - before.length;
    // `git@github.com:owner/repository` is nobody's.
    if (before === 'git') continue;
    const at = match.index + sign.length;
    const rest = text.slice(at, at + 300);
    const host = hosts.map((each) => each.exec(rest)?.[0]).find((each) => each !== undefined);
    if (host === undefined || MEASURE.test(host) || VERSION.test(host)) continue;
    const scheme = SCHEME.exec(text.slice(Math.max(last, from - 9), from))?.[0] ?? '';
    found.push({ from: from - scheme.length, to: at + host.length });
  }
  return found;
}
