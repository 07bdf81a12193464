// @module-tag exports-whole
import { describe, expect, it } from 'vitest';
import { parseTex } from '../../src/text/index.ts';
import { bibTitle } from '../../src/writers/formats/bib-entry.ts';

const written = (title: string, caseKept?: string[]) =>
  bibTitle({ rich: parseTex(title).rich, ...(caseKept && { caseKept }) });

describe('a title in BibTeX', () => {
  it.each([
    ['LLMs, pH and R&D in C++', '{LLMs}, {pH} and {R\\&D} in {C++}'],
    ['NaCl, H2O and the X-ray', '{NaCl}, {H2O} and the {X-ray}'],
    ['Hedges in $O(n^2)$ steps', 'Hedges in {$O(n^2)$} steps'],
    ['Moss drinks H$_2$O slowly', 'Moss drinks {H}{$_2$}{O} slowly'],
    [
      'Growth of \\emph{Escherichia coli} in water',
      'Growth of \\emph{{Escherichia} coli} in water',
    ],
    [
      'Counting hedges in Ghent: A study of Bayesian moss',
      'Counting hedges in {Ghent}: A study of {Bayesian} moss',
    ],
    [
      'Hedges are moss. The Anderson–Darling test of gardens',
      'Hedges are moss. The {Anderson–Darling} test of gardens',
    ],
    ['Vitamin D and packages for R in gardens', 'Vitamin {D} and packages for {R} in gardens'],
    ['Doses of vitamin A: A trial', 'Doses of vitamin {A}: A trial'],
    ['Toward A Theory of Hedges', 'Toward A Theory of Hedges'],
    ['Malaria in Mali', 'Malaria in {Mali}'],
    ['Markets of Papua New Guinea', 'Markets of {Papua} {New} {Guinea}'],
    ['Hedge disease in Ghent', 'Hedge disease in {Ghent}'],
    [
      'Moss surveys in New South Wales and the Upper Reed Valley',
      'Moss surveys in {New} {South} {Wales} and the {Upper} {Reed} {Valley}',
    ],
    ['Tall Hedges of the Dutch Lowlands', 'Tall Hedges of the {Dutch} Lowlands'],
  ])('protects the capitals of “%s” that mean something', (title, expected) => {
    expect(written(title)).toBe(expected);
  });

  it.each([
    ['A Study of Bayesian Hedges in New York', ['Bayesian', 'New', 'York']],
    ['Hedges and Rényi Gates', ['Rényi']],
    ['Learning Bayesian Markov Gauss', ['Bayesian', 'Markov', 'Gauss']],
    ['The Moss of Clover and Gauss in Ghent', ['Clover', 'Gauss', 'Ghent', 'Moss']],
    ['Bayesian and Markov methods in Ghent by Gauss', ['Bayesian', 'Markov', 'Ghent', 'Gauss']],
  ])('keeps those of “%s” that its source protects', (title, kept) => {
    const expected = kept.reduce((text, word) => text.replace(word, `{${word}}`), title);
    expect(written(title, kept)).toBe(expected);
  });

  it.each([
    ['Growing Tall Hedges in LLMs', 'Growing Tall Hedges in {LLMs}'],
    ['MossNet: Learning to See Moss', '{MossNet}: Learning to See Moss'],
  ])(
    'protects nothing more in “%s” where a program has protected every word',
    (title, expected) => {
      expect(written(title, title.match(/\p{Lu}\p{L}+/gu) ?? [])).toBe(expected);
    },
  );

  it.each([
    'Low-Rank Adaptation of Large Hedges',
    'Hedges Between Gardens With Moss: A Survey of What Grows There',
    'Über die Dörfer in Österreich: Eine Studie zu Bäumen',
    'Learning to Walk across Rough Terrain',
    'Malicious Hedges',
    'Hedges',
  ])('leaves those of “%s” to the style', (title) => {
    expect(written(title)).toBe(title);
  });
});
