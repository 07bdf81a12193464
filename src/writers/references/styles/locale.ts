/** What the styles ask of a language: quotation marks, months and a few words, as a CSL 1.0 locale. */
export const english = `<?xml version="1.0" encoding="utf-8"?>
<locale xmlns="http://purl.org/net/xbiblio/csl" version="1.0" xml:lang="en-US">
  <style-options punctuation-in-quote="true"/>
  <date form="text"><date-part name="month"/><date-part name="year" prefix=" "/></date>
  <date form="numeric"><date-part name="year"/></date>
  <terms>
    <term name="and">and</term>
    <term name="et-al">et al.</term>
    <term name="in">in</term>
    <term name="no date">no date</term>
    <term name="no date" form="short">n.d.</term>
    <term name="volume" form="short">vol.</term>
    <term name="issue" form="short">no.</term>
    <term name="page" form="short"><single>p.</single><multiple>pp.</multiple></term>
    <term name="editor"><single>editor</single><multiple>editors</multiple></term>
    <term name="editor" form="short"><single>ed.</single><multiple>eds.</multiple></term>
    <term name="editor" form="verb">edited by</term>
    <term name="page-range-delimiter">–</term>
    <term name="open-quote">“</term>
    <term name="close-quote">”</term>
    <term name="open-inner-quote">‘</term>
    <term name="close-inner-quote">’</term>
${months()}
  </terms>
</locale>`;

function months(): string {
  const names = [
    ['January', 'Jan.'],
    ['February', 'Feb.'],
    ['March', 'Mar.'],
    ['April', 'Apr.'],
    ['May', 'May'],
    ['June', 'Jun.'],
    ['July', 'Jul.'],
    ['August', 'Aug.'],
    ['September', 'Sep.'],
    ['October', 'Oct.'],
    ['November', 'Nov.'],
    ['December', 'Dec.'],
  ];
  return names
    .map(([long, short], index) => {
      const name = `month-${String(index + 1).padStart(2, '0')}`;
      return `    <term name="${name}">${long}</term><term name="${name}" form="short">${short}</term>`;
    })
    .join('\n');
}
