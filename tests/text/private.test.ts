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
    'https://walks-my.sharepoint.com/personal/ada_walks_edu/a',
    'http://nas:5000/a',
    String.raw`C:\Program Files (x86)\Walks\a.exe`,
    String.raw`C:\Users\Ada Lee\walks\a`,
    '/Volumes/My Disk/walks',
    String.raw`%OneDrive%\walks\a`,
    String.raw`$env:TEMP\walks`,
    String.raw`~\Documents\a`,
    String.raw`\Users\ada\a`,
    '/home2/ada/a',
    '/nfshome/ada/a',
    '/storage/home/ada/a',
    '/afs/walks.edu/user/ada/a',
    './papers/a.pdf',
    'files/12/a.pdf',
    'storage/ABCD1234/a.pdf',
    'iCloud Drive/Papers/a.pdf',
    String.raw`Documents\Papers\a.pdf`,
    '/lustre2/walks/ada',
    '/export/ada/walks/7',
    'ada@nas:/walks/a',
    'ada@nas.walks:~/a',
    'message:%3Ca%40walks.example%3E',
    'ftp://localhost/walks',
    String.raw`C:\textbackslash Users\textbackslash{}ada{\textbackslash}walks`,
    String.raw`C:$\backslash$Users$\backslash$ada`,
    String.raw`\textasciitilde/ada/walks`,
    String.raw`$\sim$/ada/walks`,
    'imap://ada@walks/a',
    'https://walks.example/a.pdf?id=1&access_token=a1b2',
    'https://walks.example/a.pdf?token=walkshome',
    'https://walks.example/a.pdf?casa_token=walkshome',
    'https://walks.example/a;jsessionid=walkshome',
    'https://walks.example/a?x=1&sessionKey=walkshome',
    'https://walks.example/a?user=ada&pass=walks',
    'https://www.zotero.org/ada/items/A',
    'https://walks.example/a?x=1&amp;token=walkshome',
    'https://walks.example/a?sid=walkshomewalkshome',
    'https://walks.example/a?Policy=x&X-Goog-Signature=walkshome',
  ])('is found: %s', (path) => {
    expect(found(`See ${path}.`)).toEqual([path]);
    expect(found(`(${path}, "${path}")`)).toEqual([path, path]);
  });

  it.each(['data', 'work', 'nas2', 'workspace'])('is found below a shared folder: %s', (folder) => {
    expect(found(`See /${folder}/ada/walks.`)).toEqual([`/${folder}/ada/walks`]);
    expect(found(`GET /${folder}/items/42 and https://walks.example/${folder}/ada/x`)).toEqual([]);
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
    String.raw`as JSON escapes TeX: \\verb\\walk and \\sys\\name`,
    String.raw`a title \\u00e9\\u00e9 that was escaped twice, \\x41\\x42`,
    'We note that files are kept at home and at work. The file format, file: a noun; 50%/50%, 100% at /',
    String.raw`C:\n and D:\t are escapes; $C:\mathbb{R}\to X$, C:\,\,x; Theorem A:\ x, Proof B:\ y`,
    'https://walks.example/files/12/a.pdf and http://walks.example:8080/a; port 8080 of 127.0.0.1',
    './configure && make; ../ goes up; $HOME and $PATH are variables; ~/ is home; ~100/200',
    'iOS/Android, Users/items, Documents/queries, files/folders, his/her, 24/7, A/B/C',
    'C:D, A::B, D:A converter, C:N ratio, drives such as C: and D:, std::vector',
    String.raw`tilde~\cite{a}, Dr.~Lee, Fig.~\ref{x} and \\ \\[1ex]`,
    'Dropbox, Google Drive, OneDrive and Zotero/Mendeley are services; see //cdn.walks.example/a.js',
    '/etc and /var/log are folders; /dev/null, /usr/bin/env, /api/v1/data/x.json',
    'file transfer, afile://x, profile://y, the content: x, message: y, smb and ssh',
    '[[Walks]] and [[1, 2], [3, 4]] in brackets',
    'the endpoint /export/items/list, GET /cluster/items/a, /export/{id}/walks, /export/walks/42 and a/export/b/c',
    'a path of data/export/life in export/data/steps, /export/walks alone, https://walks.example/export/ada/x',
    'a/b/c and (x)/data, message: x; message passing, scp ada@nas: no, https://walks.example/?token=a, https://walks.example/oai?resumptionToken=walkshome, https://walks.example/?session=poster-2&sid=google',
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
    'ada\n  @walks.example',
    String.raw`ada{\textat}walks.example`,
    'ada@\u200bwalks.example',
    'ada%2540walks.example',
    'ada&#x0040;walks.example',
    String.raw`ada\symbol{64}walks.example`,
    String.raw`ada \textit{at} walks \emph{dot} edu`,
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
    'ada_AT_walks.edu',
    'ada-at-walks-dot-edu',
    'ada@walks dot edu',
    'ada＠walks．edu',
    'ada#at#walks.edu',
    'ada*at*walks.edu',
    'ada[@]walks.edu',
    'ada <at> walks <dot> edu',
    'ada @ walks . edu',
    'ada @walks [dot] edu',
    'ada arroba walks punto es',
    'ada ät walks.de',
    'ada (bei) walks.de',
    'ada [a] walks.fr',
    'ada --at-- walks --dot-- edu',
    "ada 'at' walks 'dot' edu",
    'ada _at_ walks _dot_ edu',
    'ada(replace by @)walks.edu',
    'ada at walks [dot] edu',
    'ada&nbsp;at&nbsp;walks.edu',
    'ada%20at%20walks.edu',
    'ada@@walks.edu',
    'ada@walks{.}edu',
    String.raw`ada \[at\] walks.edu`,
    'ada,bo@walks.edu',
    'ada at\n   walks dot edu',
    '&#97;&#x64;&#97;&#64;walks.example',
    'mailto:ada@walks',
    'ada<span class="x">@</span>walks.edu',
    'a&shy;da@walks.edu',
    String.raw`ada@walks\allowbreak.edu`,
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
    'icon@2x.png and user@2x, @media (width), @article{x, npm i @walks/steps@1.2.3, steps@latest',
    'https://fosstodon.org/@ada, https://youtube.com/@ada, https://walks.example/?q=a@b',
    'precision at 5, at stanford.edu we ran, presented at walks.org, hosted at github.com/a/b',
    'Lee (at that time), (at least) one, {at most} two, "at" and "dot" are words, *at* home',
    'look at dot product attention, dot-com at large, state-of-the-art-at-scale, one-at-a-time',
    'np.dot(A@B.shape), A @ B, U+0040 is @, mAP@0.5, IoU@[.5:.95], IoU@[0.5:0.95], R@1/5/10',
    'look_at_this.io, x_at_y, foo.bar.at(0), case (a) arxiv.org, [a] second',
    'mailto: is a scheme; e-mail lists; email us at www.walks.org; contact tracing at scale',
    'Lee@Work: a title, Papers@Home, 3@4.5, 5 @ 6, doi:10.1000/x@y.z',
    'at e.g. this, at i.e. that, at 3.5, at t.co, AT&T at scale',
    'bei uns, chez nous, arroba, chiocciola',
    'a <b>@</b> sign, <i>x</i>@<i>y</i>, P<sub>@</sub>5, soft&shy;ware at\\allowbreak home',
  ])('is not seen in %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

it('an account at a host without a sign is a mail address where it is called one', () => {
  expect(found('E-mail: ada at walks.edu.')).toEqual(['ada at walks.edu']);
  expect(found('Correspondence to: ada at walks.edu.')).toEqual(['ada at walks.edu']);
  expect(found('We saw ada at walks.edu.')).toEqual([]);
});

it('names beside an address are accounts of its host where nothing else can be meant', () => {
  expect(found('ann, bob, and cy@walks.edu')).toEqual(['ann, bob, and cy@walks.edu']);
  expect(found('ann and bob@walks.edu')).toEqual(['ann and bob@walks.edu']);
  expect(found('(ann, bob, and cy@walks.edu)')).toEqual(['ann, bob, and cy@walks.edu']);
  expect(found('E-mail: ann, bob and cy@walks.edu')).toEqual(['ann, bob and cy@walks.edu']);
  expect(found('Contact: ann, cy@walks.edu')).toEqual(['ann, cy@walks.edu']);
  expect(found('moss, reeds, ada@walks.edu')).toEqual(['ada@walks.edu']);
  expect(found('We thank hedges, gates, and ada@walks.edu.')).toEqual(['ada@walks.edu']);
  expect(found('Ann, Bob, and ada@walks.edu')).toEqual(['ada@walks.edu']);
});

it('an address that a service wrote in numbers for its script is one', () => {
  expect(found('<a data-cfemail="543530351423353f27">')).toEqual(['543530351423353f27']);
  expect(found('/cdn-cgi/l/email-protection#543530351423353f27')).toHaveLength(1);
});

it('a file of a vault of notes is on somebody’s computer', () => {
  expect(found('see ![[Lee 2020.pdf#page=3]] there')).toEqual(['[[Lee 2020.pdf#page=3']);
});

it('a message says that something is withheld in its place', () => {
  expect(withoutPrivate('“ada@walks.example wrote /home/ada/a.pdf” is odd.')).toBe(
    '“[withheld] wrote [withheld]” is odd.',
  );
});
