// @module-tag private-withheld
import { describe, expect, it } from 'vitest';
import { privateStretches, withoutPrivate } from '../../src/text/index.ts';

const found = (text: string) => privateStretches(text).map(({ from, to }) => text.slice(from, to));

describe('a place on somebody’s computer', () => {
  it.each([
    '/home/ada/walks.pdf',
    '/home/ada/My Walks/Lee (2020).pdf',
    '/Users/ada/data.csv',
    '/Volumes/Walks/a',
    '/data/walks/steps.csv',
    '~/walks/a',
    '../walks/a.pdf',
    String.raw`C:\Users\ada\a.pdf`,
    String.raw`C:\\Users\\ada\\a.pdf`,
    String.raw`C\:\\Users\\ada\\a.pdf`,
    String.raw`D:\x\y.pdf`,
    String.raw`Z:\Walks\Alone`,
    'D:/walks/a.pdf',
    String.raw`\\nas\walks\a.pdf`,
    'Macintosh HD:Users:ada:a.pdf',
    'file:///home/ada/a.pdf',
    'file:C:/a.pdf',
    'zotero://select/items/1',
    'http://localhost:23119/a',
    'http://172.16.0.1/a.pdf',
    'http://192.168.1.7/a.pdf',
    'https://ada:word@walks.example/a',
    'ftp://ada:word@walks.example/a',
    'webdav://nas/walks/a',
    '/run/media/ada/a.pdf',
    '/cygdrive/c/Users/ada/a.pdf',
    '/c/Users/ada/a.pdf',
    '/usr/home/ada/a',
    '/net/ada/a.pdf',
    '//nas/walks/a.pdf',
    'C:a-walk.pdf',
    String.raw`C:walks\a.pdf`,
    String.raw`\\nas\walks`,
    '~ada/walks/a',
    '%2Fhome%2Fada%2Fa.pdf',
    'C%3A%5CUsers%5Cada%5Ca.pdf',
    '/var/folders/ab/a.pdf',
    'icloud://walks/a',
    'http://zotero.org/users/local/a/items/B',
  ])('is found: %s', (path) => {
    expect(found(`See ${path}.`)).toEqual([path]);
    expect(found(`(${path}, "${path}")`)).toEqual([path, path]);
  });

  it.each([
    String.raw`$f:\mathcal{X}\to\R$ and $F:\Omega\to X$ with a\\b and \\[1ex]`,
    'https://walks.example/home/ada/a.pdf, https://walks.example/~ada/a.pdf',
    'GET /home/feed and POST /users/ann/items of an interface',
    'File:Hedge in rain.jpg of a wiki',
    String.raw`the escape C:\n, and a set A:\B`,
    'and/or, 1:/2, TCP/IP, the file: see below, profile:home, GET /users/',
    'a/b testing of home/work balance',
    'the log in /var/log grows, GET /users/42/items answers, links of zotero:// open it',
    String.raw`one \\\\two\emph{x} \\\\hline\noindent and Fig.~A/B/C, by ~half/third`,
    'Type A:see the figure, ratio A:B',
    'https://walks.example//steps/a.pdf and //cdn.walks.example/a.pdf',
    String.raw`a title \\u00e9\\u00e9 that was escaped twice, \\x41\\x42`,
  ])('is not seen in %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('a mail address', () => {
  it.each([
    'ada@walks.example',
    'ada.lee+x@math.uni-walks.example',
    '{ann,bob}@walks.example',
    String.raw`\{ann, bob\}@walks.example`,
    String.raw`ada\_lee@walks.example`,
    'ada%40walks.example',
    String.raw`ada\u0040walks.example`,
    'ada [at] walks [dot] example',
    'ada(at)walks.example',
    'ada at walks dot edu',
    'mailto:ada@walks.example',
    'ädä@wälks.example',
    'ada@walks。example',
    'ada@localhost',
    'ada@[10.0.0.1]',
    '"ada lee"@walks.example',
    'ada@\n  walks.example',
    'ada@\u200bwalks.example',
    'ada%2540walks.example',
    'ada&#x0040;walks.example',
    String.raw`ada\symbol{64}walks.example`,
    String.raw`ada\char64 walks.example`,
    String.raw`ada\textit{@}walks.example`,
    'ada AT walks DOT example',
    'ada(a)walks.de',
    'ada@walks&#46;example',
    'ada%40walks%2Eexample',
    'ada (at) walks (point) example',
    'ada_at_walks_dot_edu',
    'ada.lee at walks.edu',
    'ada_lee at math.walks.ac.uk',
    'ada @ walks.edu',
  ])('is found: %s', (address) => {
    expect(found(`Ask ${address}.`)).toEqual([address]);
  });

  it.each([
    'recall@10.The best pass@k.We saw P@1.5 and NDCG@10',
    'look at polka dot patterns',
    'git@github.com:walks/steps.git, https://cdn.example/pkg@1.2.js, medium.com/@ada/x',
    'x @ y, @ada',
    'Follow @ada@walks.example, and see 10.1000/a@b.example.',
    'we report Hit@10.in all rows',
    'Code is available at github.com/walks, and Lee et al. at arxiv.org; i.e. at walks.org',
    'P @ k.it, meet @ noon, github.com at walks.org, contact us at www.walks.org',
    'Figure 3(a)shows and 4(a).Then, MEET AT NOON DOT',
  ])('is not seen in %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

it('an account at a host without a sign is a mail address where it is called one', () => {
  expect(found('E-mail: ada at walks.edu.')).toEqual(['ada at walks.edu']);
  expect(found('Correspondence to: ada at walks.edu.')).toEqual(['ada at walks.edu']);
  expect(found('We saw ada at walks.edu.')).toEqual([]);
});

it('a message says that something is withheld in its place', () => {
  expect(withoutPrivate('“ada@walks.example wrote /home/ada/a.pdf” is odd.')).toBe(
    '“[withheld] wrote [withheld]” is odd.',
  );
});
