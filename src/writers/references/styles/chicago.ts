import { style } from './style.ts';

/** Chicago Manual of Style, author-date: full names, year after the authors, title in quotes. */
export const chicago = style('Chicago', 'demote-non-dropping-particle="never" initialize="false"', {
  macros: `
  <macro name="author">
    <names variable="author">
      <name and="text" name-as-sort-order="first" sort-separator=", " delimiter-precedes-last="always"
        et-al-min="11" et-al-use-first="7"/>
      <substitute><text variable="title" quotes="true"/></substitute>
    </names>
  </macro>
  <macro name="year">
    <choose>
      <if variable="issued"><date variable="issued"><date-part name="year"/></date></if>
      <else><text term="no date" form="short"/></else>
    </choose>
  </macro>
  <macro name="container">
    <choose>
      <if type="paper-conference">
        <group delimiter=" ">
          <text term="in" text-case="capitalize-first"/>
          <text variable="container-title" font-style="italic"/>
        </group>
      </if>
      <else-if type="article-journal">
        <group delimiter=": ">
          <group delimiter=" ">
            <text variable="container-title" font-style="italic"/>
            <text variable="volume"/>
            <text variable="issue" prefix="(" suffix=")"/>
          </group>
          <text variable="page"/>
        </group>
      </else-if>
      <else>
        <group delimiter=". ">
          <text variable="note"/>
          <group delimiter=", ">
            <choose><if variable="publisher"><text value="Preprint"/></if></choose>
            <text variable="publisher"/>
            <date variable="issued">
              <date-part name="month"/>
              <date-part name="day" prefix=" "/>
            </date>
          </group>
          <text variable="number"/>
        </group>
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
    <group delimiter=". " suffix=".">
      <text macro="author"/>
      <text macro="year"/>
      <choose><if variable="author"><text variable="title" quotes="true"/></if></choose>
      <text macro="container"/>
      <text macro="access"/>
    </group>`,
});
