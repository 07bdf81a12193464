/** Half of a letter, and signs other than line ends and tabs that neither HTML nor XML can hold. */
export const UNFIT = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Cs}/u;

/** What is said of one. */
export const unfitProblem = {
  text: 'a character was found that no page can hold: a control sign such as NUL, or half of a letter (\\uD800 to \\uDFFF)',
  hint: 'Delete it; an editor that shows invisible characters finds it.',
};
