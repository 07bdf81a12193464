import { expect, test } from 'vitest';
import { wordClasses } from '../../../src/pipeline/themes/suggest/grammar.ts';

const classOf = (text: string, word: string) =>
  wordClasses(text).find((each) => each.word === word)?.is;

test('what authors did is the verb of its sentence, and what was done to a thing its adjective', () => {
  expect(classOf('We measured bats in a hedgerow.', 'measured')).toBe('verb');
  expect(classOf('The measured bats left the hedgerow.', 'measured')).toBe('adjective');
});
