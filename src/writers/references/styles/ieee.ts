import { style } from './style.ts';

/** IEEE Reference Style Guide: initials first, all of up to six authors, title in quotes, `doi:` at the end. */
export const ieee = style('IEEE', 'demote-non-dropping-particle="never"', {
  macros: `
  <macro name="author">
    <names variable="author">
      <name and="text" et-al-min="7" et-al-use-first="1" initialize-with=". "/>
      <et-al font-style="italic"/>
    </names>
  </macro>
  <macro name="month">
    <date variable="issued">
      <date-part name="month" form="short" suffix=" "/>
      <date-part name="year"/>
    </date>
  </macro>
  <macro name="container">
    <choose>
      <if type="paper-conference">
        <group delimiter=" ">
          <text term="in"/>
          <text variable="container-title" font-style="italic"/>
        </group>
      </if>
      <else-if type="article-journal">
        <group delimiter=", ">
          <text variable="container-title" font-style="italic"/>
          <text variable="volume" prefix="vol. "/>
          <text variable="issue" prefix="no. "/>
          <text variable="page" prefix="pp. "/>
        </group>
      </else-if>
      <else>
        <group delimiter=", ">
          <text variable="note"/>
          <text variable="number"/>
        </group>
      </else>
    </choose>
  </macro>
  <macro name="access">
    <choose>
      <if variable="DOI"><text variable="DOI" prefix=", doi: " suffix="."/></if>
      <else><text variable="URL" prefix=". [Online]. Available: "/></else>
    </choose>
  </macro>`,
  layout: `
    <group delimiter=", ">
      <text macro="author"/>
      <text variable="title" quotes="true"/>
      <text macro="container"/>
      <text macro="month"/>
    </group>
    <text macro="access"/>`,
});
