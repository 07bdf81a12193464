import { expect, test } from 'vitest';
import { SEPARATOR } from '../../src/search/contract.ts';
import {
  type FoundText,
  markedAuthors,
  markedSentence,
  markedTitle,
  type Piece,
} from '../../src/search/browser/excerpt.ts';

/** A record as the engine returns it, with the words that match between asterisks. */
function found(title: string, abstract: string, rest = 'cs.LG R4ec'): FoundText {
  const words = `${title}. ${SEPARATOR} ${abstract} ${SEPARATOR} ${rest}`.split(/\s+/u);
  return {
    content: words.join(' ').replaceAll('*', ''),
    locations: words.flatMap((word, at) => (word.includes('*') ? [at] : [])),
  };
}

const show = (pieces: Piece[]) =>
  pieces.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('');

test('the sentence with most of the query is shown, its words marked without punctuation', () => {
  const record = found('A title', 'We prune. A *router* sends tokens to (*experts*). It is fast.');
  expect(show(markedSentence(record, []))).toBe('A [router] sends tokens to ([experts]).');
});

test('without a match in the abstract its first sentence is shown and nothing of the rest', () => {
  const record = found('A title', 'We prune. It is fast.', '*R4ec* 2507.17249');
  expect(show(markedSentence(record, []))).toBe('We prune.');
});

test('words next to each other share one mark', () => {
  const record = found('A title', 'A *mixture* *of* *experts,* *experts* again.');
  expect(show(markedSentence(record, []))).toBe('A [mixture of experts], [experts] again.');
});

test('small words are marked between marked words only', () => {
  const record = found('A title', 'The art *of* a *mixture* *of* *experts* *of* note.');
  expect(show(markedSentence(record, ['mixture', 'of', 'experts']))).toBe(
    'The art of a [mixture of experts] of note.',
  );
});

test('a sentence with the words in a row goes before one with as many matches', () => {
  const record = found(
    'A title',
    'The *expert* of *experts* has an *expert-mix*. Use a *mixture* *of* *experts.*',
  );
  expect(show(markedSentence(record, ['mixture', 'of', 'experts']))).toBe(
    'Use a [mixture of experts].',
  );
});

test('a compound asked for with hyphens is marked where it is written with blanks', () => {
  const record = found('A title', 'Here mixtures of an expert and a mixture of experts meet.');
  expect(show(markedSentence(record, ['mixture-of-experts']))).toBe(
    'Here mixtures of an expert and a [mixture of experts] meet.',
  );
});

test('a long sentence is cut around its first mark', () => {
  const words = Array.from({ length: 90 }, (_, at) => (at === 50 ? '*here*' : `w${at}`));
  const text = show(markedSentence(found('A title', words.join(' ')), [], 20));
  expect(text.startsWith('… w44 w45 w46 w47 w48 w49 [here] w51')).toBe(true);
  expect(text.endsWith('w63 …')).toBe(true);
});

test('abbreviations do not end a sentence', () => {
  const record = found('A title', 'Models, e.g. Those of Gu et al. Are *here*. Next.');
  expect(show(markedSentence(record, []))).toBe('Models, e.g. Those of Gu et al. Are [here].');
});

test('a paper without an abstract has no sentence', () => {
  expect(markedSentence(found('A title', ''), [])).toEqual([]);
});

test('the title is marked where the engine matched it', () => {
  const record = found('Fast *pruning:* a survey', 'Text.');
  expect(show(markedTitle('Fast pruning: a survey', record, []))).toBe('Fast [pruning]: a survey');
});

test('a title in typographic spelling is marked by its plain one', () => {
  const record = found('R⁴ec: A framework', 'Text.', '*R4ec*');
  expect(show(markedTitle('R⁴ec: A framework', record, ['R4ec']))).toBe('[R⁴ec]: A framework');
});

test('a long list of authors shows the first ones and the one looked for', () => {
  const record = found('A title. Ada Byron, Bo Li, Cy Ng, Hao Wu, *Hao* *Gu,* Ed Fox', 'Text.');
  expect(show(markedAuthors('A title.', record, ['hao', 'gu']))).toBe(
    'Ada Byron, Bo Li, Cy Ng … [Hao Gu] et al.',
  );
});

test('a short list of authors is shown whole', () => {
  const record = found('A title. Ada Byron, *Bo* Li', 'Text.');
  expect(show(markedAuthors('A title.', record, ['bo']))).toBe('Ada Byron, [Bo] Li');
});

test('a record without authors shows none', () => {
  expect(markedAuthors('A title.', found('A title', 'Text.'), ['bo'])).toEqual([]);
});
