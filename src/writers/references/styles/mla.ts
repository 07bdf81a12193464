import { style } from './style.ts';

/** MLA Handbook, 9th edition: full names, `et al.` from the third author, containers one after another. */
export const mla = style(
  'MLA',
  'demote-non-dropping-particle="never" page-range-format="minimal-two" initialize="false"',
  {
    macros: `
  <locale xml:lang="en">
    <terms>
      <term name="month-06" form="short">June</term>
      <term name="month-07" form="short">July</term>
      <term name="month-09" form="short">Sept.</term>
    </terms>
  </locale>
  <macro name="author">
    <names variable="author">
      <name and="text" name-as-sort-order="first" sort-separator=", " delimiter-precedes-last="always"
        et-al-min="3" et-al-use-first="1" delimiter-precedes-et-al="always"/>
    </names>
  </macro>
  <macro name="title">
    <choose>
      <if variable="container-title"><text variable="title" text-case="title" quotes="true"/></if>
      <else><text variable="title" text-case="title" font-style="italic"/></else>
    </choose>
  </macro>
  <macro name="date">
    <choose>
      <if type="book chapter paper-conference" match="any">
        <date variable="issued"><date-part name="year"/></date>
      </if>
      <else-if type="article-journal">
        <date variable="issued">
          <date-part name="month" form="short" suffix=" "/>
          <date-part name="year"/>
        </date>
      </else-if>
      <else>
        <date variable="issued">
          <date-part name="day" suffix=" "/>
          <date-part name="month" form="short" suffix=" "/>
          <date-part name="year"/>
        </date>
      </else>
    </choose>
  </macro>
  <macro name="access">
    <choose>
      <if variable="DOI"><text variable="DOI" prefix="https://doi.org/"/></if>
      <else><text variable="URL"/></else>
    </choose>
  </macro>`,
    layout: `
    <group delimiter=" " suffix=".">
      <text macro="author" suffix="."/>
      <text macro="title" suffix="."/>
      <group delimiter=", ">
        <text variable="container-title" text-case="title" font-style="italic"/>
        <names variable="editor" delimiter=", ">
          <label form="verb" suffix=" "/>
          <name and="text"/>
        </names>
        <text variable="edition" suffix=" ed."/>
        <text variable="version"/>
        <text variable="volume" prefix="vol. "/>
        <text variable="issue" prefix="no. "/>
        <text variable="number"/>
        <text variable="genre"/>
        <text variable="publisher"/>
        <text macro="date"/>
        <group delimiter=" ">
          <label variable="page" form="short"/>
          <text variable="page"/>
        </group>
        <text macro="access"/>
      </group>
    </group>`,
  },
);
