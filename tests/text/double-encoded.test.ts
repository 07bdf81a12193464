import { describe, expect, it } from 'vitest';
import { decodedTwice } from '../../src/text/index.ts';

describe('letters encoded as UTF-8 twice', () => {
  it.each([
    ['MÃ¼ller, JÃ¶rg', 'Müller, Jörg'],
    ['walks â€“ and â€œwordsâ€\u009d', 'walks – and “words”'],
    ['Î±-decay', 'α-decay'],
  ])('are mended: %j', (text, mended) => {
    expect(decodedTwice(text)).toBe(mended);
  });

  it.each(['Müller', 'São Paulo', 'ÃO', 'naïve café', 'Â', '10 °C', 'Ångström', '’tis'])(
    'are not seen in %j',
    (text) => {
      expect(decodedTwice(text)).toBeUndefined();
    },
  );
});
