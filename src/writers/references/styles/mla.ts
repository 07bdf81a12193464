import { style } from './style.ts';

/** MLA Handbook, 9th edition: full names, `et al.` from the third author, title in quotes, container in italics. */
export const mla = style('MLA', 'demote-non-dropping-particle="never" initialize="false"', {
  macros: `
  <macro name="author">
    <names variable="author">
      <name and="text" name-as-sort-order="first" sort-separator=", " delimiter-precedes-last="always"
        et-al-min="3" et-al-use-first="1" delimiter-precedes-et-al="always"/>
    </names>
  </macro>
  <macro name="date">
    <date variable="issued">
      <date-part name="day" suffix=" "/>
      <date-part name="month" form="short" suffix=" "/>
      <date-part name="year"/>
    </date>
  </macro>
  <macro name="year">
    <date variable="issued"><date-part name="year"/></date>
  </macro>
  <macro name="access">
    <choose>
      <if variable="DOI"><text variable="DOI" prefix="https://doi.org/"/></if>
      <else><text variable="URL"/></else>
    </choose>
  </macro>
  <macro name="container">
    <choose>
      <if type="article-journal">
        <group delimiter=", ">
          <text variable="container-title" font-style="italic"/>
          <text variable="volume" prefix="vol. "/>
          <text variable="issue" prefix="no. "/>
          <text macro="year"/>
          <text variable="page" prefix="pp. "/>
          <text macro="access"/>
        </group>
      </if>
      <else-if type="paper-conference">
        <group delimiter=", ">
          <text variable="container-title" font-style="italic"/>
          <text macro="year"/>
          <text macro="access"/>
        </group>
      </else-if>
      <else>
        <group delimiter=", ">
          <text variable="note"/>
          <text variable="number"/>
          <text variable="publisher" font-style="italic"/>
          <text macro="date"/>
          <text macro="access"/>
        </group>
      </else>
    </choose>
  </macro>`,
  layout: `
    <group delimiter=" " suffix=".">
      <text macro="author" suffix="."/>
      <text variable="title" quotes="true" suffix="."/>
      <text macro="container"/>
    </group>`,
});
