import { expect, it } from 'vitest';
import { StyleClasses } from '../../src/integrations/style-classes.ts';

it('a style attribute becomes a class for each declaration, beside those there are', () => {
  const classes = new StyleClasses();
  expect(
    classes.replaceIn('<span class="a b" style="height:0.6em;top:-3em;" id="x">1</span>'),
  ).toBe('<span class="a b k-height_0_2e6em k-top_-3em" id="x">1</span>');
  expect(classes.replaceIn('<span style="top: -3em">2</span>')).toBe(
    '<span class="k-top_-3em">2</span>',
  );
  expect(classes.count).toBe(2);
  expect(classes.sheet()).toBe(
    '.k-height_0_2e6em{height:0.6em!important}\n.k-top_-3em{top:-3em!important}',
  );
});

it('text that looks like a tag, and signs in other attributes, stay as they are', () => {
  const classes = new StyleClasses();
  const html = '<p title="a > b">&lt;span style="top:1em"></p><a href="?style=&quot;x&quot;">x</a>';
  expect(classes.replaceIn(html)).toBe(html);
  expect(classes.replaceIn('<i title="1 > 0" style="top:1em">')).toBe(
    '<i title="1 > 0" class="k-top_1em">',
  );
});

it('the sheet is the same, whatever page comes first', () => {
  const pages = ['<i style="top:1em">', '<i style="left:2em">'];
  const [one, other] = [new StyleClasses(), new StyleClasses()];
  for (const page of pages) one.replaceIn(page);
  for (const page of pages.toReversed()) other.replaceIn(page);
  expect(one.sheet()).toBe(other.sheet());
});
