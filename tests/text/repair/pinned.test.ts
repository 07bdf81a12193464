// @module-tag math-reversible
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { repairMath } from '../../../src/text/repair/index.ts';
import { hashText } from '../../../src/text/repair/tagger/hash.ts';

/** Sentences as a page prints them that strips its formulas; `@` stands for one of {@link names}. */
const sentences = [
  'We study @ matrices of size mtimes n over a ring of functions that vanish at the origin.',
  'Our method runs in mathcal{O}(nlog n) time, which is 4times faster than @ search.',
  'Let x in R^{d} be a point and alpha_i geq 0 a weight for all i leq k.',
  'The @ loss falls by 3.5% when the step size is eta=0.01 and the batch holds 2^{10} samples.',
  'For every varepsilon>0 we give a (1+varepsilon)-approximation of the @ distance.',
  'On 12 of 17 benchmarks the @ model is 1.8 times better than a baseline of 7B parameters.',
  'We call the result V2 of @_net, and release it with int64 indices.',
  'If Delta is large, then the @ number chi(G) of a graph G with n vertices is at most Delta+1.',
  'It reaches a resolution of 512times512 at 30 fps, where @ needs 1024times1024.',
  'A map f: Xto Y is @ if f(x)neq f(y) whenever xneq y.',
  'The probability is at most e^{-lambda t}, and sum_{i=1}^n p_i=1 holds for @ processes.',
  'No formula stands in this sentence about @ learning, and none should be put there.',
  'With σ_{min} of the @ operator bounded below, the error decays as 1/sqrt{T}.',
  'We show that mathcal{O}(d^2/epsilon) queries suffice for @ bandits.',
  'Users of @ prefer option A to option B in 61% of the cases (p<0.05).',
  'The k-th @ moment is finite, and so L_2 and ell_infty norms agree up to C_k.',
];
const names = ['random', 'convex', 'Gaussian', 'sparse', 'modular', 'planar', 'quantum', 'dual'];

/** Two hundred texts of three sentences each, by a rule. */
const texts = Array.from({ length: 200 }, (_, i) =>
  [0, 1, 2]
    .map((k) => {
      const sentence = sentences[hashText(`sentence ${i} ${k}`) % sentences.length] ?? '';
      return sentence.replaceAll('@', names[hashText(`name ${i} ${k}`) % names.length] ?? '');
    })
    .join(' '),
);

test('two hundred texts are repaired to the last byte as they were when the weights were made', async () => {
  const repaired = texts.map((text) => {
    const { text: out, spans, left } = repairMath(text);
    return { out, spans: spans.map(({ confidence }) => confidence), left };
  });
  await expect(`${repaired.map(({ out }) => out).join('\n')}\n`).toMatchFileSnapshot('pinned.txt');
  const digest = createHash('sha256').update(JSON.stringify(repaired)).digest('hex');
  expect(digest).toMatchInlineSnapshot(
    `"0875364e883477be41e576cec4a4262a001305242a88c14dd6b15f5c04623442"`,
  );
});

test.each([
  ['network.json', '32d330b63b3f519af2c1e52bbd42c3be9f26d8a0bb772c56f0bcc01e53d4c1ae'],
  ['weights.json', 'ff02bbf943c794540bf74aab30f5596f18d7750e272fcba985545fac77ef9172'],
])('%s is the file that the outputs are pinned for', async (name, digest) => {
  const file = new URL(`../../../src/text/repair/model/${name}`, import.meta.url);
  expect(
    createHash('sha256')
      .update(await readFile(file))
      .digest('hex'),
  ).toBe(digest);
});
