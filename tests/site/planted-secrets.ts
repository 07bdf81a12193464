import { Buffer } from 'node:buffer';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, 'planted');

/** Exports of many programs, notes and pages, in which every `veil…` is private. */
export const plantedExports: ReadonlyMap<string, string> = new Map(
  readdirSync(folder)
    .sort()
    .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
);

/** Seeds as their owners keep them: every `hush…` in them is private, and each is a word of its own. */
export const plantedSeeds: Readonly<Record<string, string | Uint8Array>> = {
  'library.bib': String.raw`% hers: /home/ada/hushaa/library.bib
@comment{jabref-meta: grouping: 0 AllEntriesGroup:; 1 StaticGroup:hushab thoughts\;0\;1\;\;\;\;;}
@comment{jabref-meta: fileDirectory-ada-laptop:/home/ada/hushac;}
@comment{hushad must be read again}
@article{walks, title = {Walks at noon}, author = {Lee, Ann and Li, Bo <bo.hushae@birds.example>}, year = 2024,
  journal = {J. Walks},
  file = {:Lee2024 - Walks hushaf.pdf:PDF;Full:C\:\\Users\\ada\\hushag.pdf:application/pdf},
  annote = {A weak hushah paper}, privnote = {hushai}, review = {hushaj}, comment = {hushak}, groups = {hushal, todo},
  readstatus = {hushamread}, ranking = {hushan}, owner = {hushao}, __markedentry = {[hushap:6]}, timestamp = {2024-01-02},
  bdsk-file-1 = {YnBsaXN0hushaq}, local-url = {hushar.pdf}, mendeley-groups = {hushas/inbox},
  note = {kept at ~/hushat/walks.pdf and by hushau@walks.example},
  url = {file:///home/ada/hushav.pdf}, howpublished = {\url{D:\Papers\hushaw\walks.pdf}},
  keywords = {walks; /mnt/hushax/walks; noon}, email = {hushay@walks.example},
  abstract = {We walk. Ask ann\_hushaz@walks.example, \{hushba,cy\}@walks.example or hushbb [at] walks [dot] example. Data: \\nas\walks\hushbc.csv.},
}
@misc{untitled, annote = {hushbd has no title}, file = {/home/ada/hushbe.pdf}}
`,
  'items.json': JSON.stringify([
    {
      id: 'items1',
      type: 'article-journal',
      title: 'Walks at dawn',
      author: [{ family: 'Lee hushca@walks.example', given: 'Ann' }, { literal: 'C:\\hushcb\\x' }],
      issued: { 'date-parts': [[2020]] },
      note: 'hushcc bought this',
      annote: 'hushcd',
      URL: 'zotero://select/items/hushce',
      custom: { path: '/Users/ada/hushcf.pdf', mail: 'hushcg@walks.example' },
      attachments: [{ title: 'hushch' }],
      'container-title': 'Walks (hushci@walks.example)',
      abstract: 'We rise. Mail hushcj@walks.example. See C:\\Users\\ada\\hushck.pdf for more.',
    },
  ]).replace('hushcj@', String.raw`hushcj\u0040`),
  'refs.ris': `TY  - JOUR
TI  - Walks at dusk
AU  - Lee, Ann (hushda@walks.example)
PY  - 2023
L1  - files/20/hushdb.pdf
L2  - hushdc.html
N1  - hushdd said so
RN  - hushde
U1  - hushdf
UR  - http://localhost:23119/hushdg
UR  - https://ada:hushdh@walks.example/x
AD  - Walks, hushdi%40walks.example
AB  - We sit. Correspondence: hushdj at walks dot edu, /Volumes/hushdk/My Walks/hushdl.pdf
ER  - 
`,
  'sheet.csv': `"Key","Item Type","Publication Year","Author","Title","Abstract Note","Notes","File Attachments","Extra","My rating","Email"
"A","journalArticle","2022","Lee, Ann","Walks at night","We stand: hushea@walks.example.","<p>husheb</p>","C:\\Users\\ada\\hushec.pdf; /home/ada/hushed.pdf","arXiv: 2401.00009
local: /home/ada/hushee/walks.pdf","hushef","husheg@walks.example"
"B","note","2022","","husheh remarks","","<p>hushei</p>","","","",""
`,
  'list.md': `# Walks
- [Walks in woods](https://arxiv.org/abs/2401.00001) - Ann Lee. My copy: file:///home/ada/hushfa.pdf
- [Walks in towns](https://arxiv.org/abs/2401.00002) - Ann Lee [pdf](/home/ada/hushfb.pdf) [mail](mailto:hushfc@walks.example)
`,
  'med.nbib': `PMID- 27169099
TI  - Walks over fields.
FAU - Lee, Ann
AD  - Walks. hushga@walks.example.
AB  - We count steps at /data/hushgb/steps.csv.
DP  - 2016 May
`,
  'zotero.rdf': `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:z="http://www.zotero.org/namespaces/export#" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:link="http://purl.org/rss/1.0/modules/link/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:bib="http://purl.org/net/biblio#" xmlns:foaf="http://xmlns.com/foaf/0.1/">
<bib:Memo rdf:about="#n0"><rdf:value>hushha</rdf:value></bib:Memo>
<bib:Article rdf:about="http://walks.example/a"><z:itemType>journalArticle</z:itemType><bib:authors><rdf:Seq><rdf:li><foaf:Person><foaf:surname>Lee</foaf:surname><foaf:givenName>Ann</foaf:givenName></foaf:Person></rdf:li></rdf:Seq></bib:authors><dcterms:isReferencedBy rdf:resource="#n1"/><link:link rdf:resource="#a1"/><dc:title>Walks in wind</dc:title><dc:date>2018</dc:date><dcterms:abstract>We lean: hushhb&#64;walks.example</dcterms:abstract><dc:description>PMCID: PMC1
place: E:\\hushhc\\walks.pdf</dc:description></bib:Article>
<bib:Memo rdf:about="#n1"><rdf:value>&lt;p&gt;hushhd&lt;/p&gt;</rdf:value></bib:Memo>
<z:Attachment rdf:about="#a1"><z:itemType>attachment</z:itemType><rdf:resource rdf:resource="files/12/hushhe.pdf"/><dc:title>Full hushhf</dc:title></z:Attachment>
</rdf:RDF>
`,
  'mail.txt': `From: hushia@walks.example
To: Walkers <hushib@walks.example>
${'-'.repeat(78)}
\\\\
arXiv:2303.08829
Date: Wed, 15 Mar 2023 18:34:08 GMT   (243kb,D)

Title: Walks in March
Authors: Ann Lee
Categories: cs.LG
Comments: write to hushic@walks.example
\\\\
  We march. Mail hushid@walks.example.
\\\\ ( https://arxiv.org/abs/2303.08829 ,  243kb)
${'-'.repeat(78)}
`,
  'science.txt': `FN Clarivate Analytics Web of Science
VR 1.0
PT J
AF Lee, Ann
TI Walks on roofs
SO WALKS
EM hushja@walks.example
RP Lee, A (corresponding author), Univ, hushjb@walks.example
AB We climb.
PY 2019
DI 10.1000/hush
ER

EF
`,
  'wide.bib': Buffer.concat([
    Buffer.from([0xff, 0xfe]),
    Buffer.from(
      '@article{wide, title = {Walks afar}, author = {Lee, Ann}, year = 2021, annote = {hushka},\n  abstract = {We roam: hushkb@walks.example, /home/ada/hushkc/é.pdf.}}\n',
      'utf16le',
    ),
  ]),
  'unknown.txt': 'Remember hushla@walks.example and /home/ada/hushlb, nothing else.\n',
  'habits.bib':
    String.raw`@article{habits, title = {Walks by habit}, author = {Lee, Ann and hushma at walks dot edu}, year = 2022,
  Annote = "hushmb", FILE = {hushmc.pdf}, date-read = {hushmd}, my-thoughts = {hushme}, todo = {hushmf}, opinion = {hushmg},
  reading-list = {hushmh}, zotero-notes = {hushmi}, uploaded-by = {hushmj}, starred = {hushmk}, collections = {hushml},
  abstract = {We stroll. \href{mailto:hushmm@walks.example}{Mail}, hushmn\symbol{64}walks.example, hushmo\char64 walks.example, hushmp\textit{@}walks.example, hushmq AT walks DOT example, hushmr(a)walks.de, hushms@localhost, hushmt@[10.0.0.1], hushmu%2540walks.example, hushmv&\#x0040;walks.example.
  Kept at webdav://nas/hushmw, /run/media/ada/hushmx.pdf, //nas/walks/hushmy.pdf, /c/Users/ada/hushmz.pdf, /cygdrive/d/Users/ada/hushna.pdf, ftp://ada:hushnb@walks.example/x, /net/ada/hushnc.pdf, /usr/home/ada/hushnd and http://zotero.org/users/local/hushne/items/x.}}
`.replace(String.raw`&\#`, '&#'),
  'blatt.csv': `Title;Author;Year;Notizen;Kommentar;Datei;Pfad;E-Mail;Anmerkungen;Remarques;Fichier;Added by;Thoughts;Filed in
Walks in rain;Ann Lee;2021;hushnf meint;hushng;hushnh.pdf;hushni/x;hushnj;hushnk;hushnl;hushnm.pdf;hushnn;hushno;hushnp
;Bo Li;2020;hushnq without a title;hushnr;hushns.pdf;hushnt;hushnu;hushnv;;;;;
`,
};

/** What people who screen write beside their decisions, where a survey publishes who decided and how they rate. */
export const plantedContent: Readonly<Record<string, string>> = {
  'site.yaml': 'screening: { publish: [reviewer], show: [Rating] }\n',
  'decisions.csv': `title,decision,reason,note,reviewer,Rating,Own
Walks at noon,include,,hushpa doubts it,hushpb@walks.example,"4, says hushpc@walks.example",hushpd
Walks in rain,maybe,,kept at /home/ada/hushpe.pdf,Ann,3,
Strolls,exclude,ask hushpf@walks.example,hushpg,,,
Walks of hushph@walks.example,include,,,,,
`,
  'corrections/by-hand.yaml': `- match: { title: Walks at noon }
  set: { abstract: "We walk, says hushpi@walks.example, by /home/ada/hushpj/a.csv.", comment: hushpk@walks.example, code_url: "https://walks.example/?token=hushplwalks" }
  other_titles: [Walks of hushpm@walks.example]
  reason: As hushpn@walks.example wrote in C:\\Users\\hushpo\\a.pdf.
  evidence: [mailto:hushpp@walks.example, https://walks.example/a]
- match: { title: Walks of hushpq@walks.example }
  set: { venue: Walks }
  reason: none
  evidence: [https://walks.example/a]
`,
};

/** What a planted word looks like. */
export const WORD = /hush[a-z]{2}|veil[a-z]{3}/g;

/** Every planted word. */
export const secrets: ReadonlySet<string> = new Set(
  [
    ...Object.values(plantedSeeds),
    ...plantedExports.values(),
    ...Object.values(plantedContent),
  ].flatMap((seed) => {
    const text = typeof seed === 'string' ? seed : new TextDecoder('utf-16le').decode(seed);
    return (text.match(WORD) ?? []).map(String);
  }),
);
