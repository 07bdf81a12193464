import { style } from './style.ts';

/** APA, 7th edition (9.8, 10.1, 10.5, 10.8): up to twenty authors, year in brackets, preprints with number and archive. */
export const apa = style('APA', 'demote-non-dropping-particle="never"', {
  macros: `
  <macro name="author">
    <names variable="author">
      <name and="symbol" delimiter-precedes-last="always" name-as-sort-order="all" sort-separator=", "
        initialize-with=". " et-al-min="21" et-al-use-first="19" et-al-use-last="true"/>
    </names>
  </macro>
  <macro name="year">
    <group prefix="(" suffix=")">
      <choose>
        <if variable="issued"><date variable="issued"><date-part name="year"/></date></if>
        <else><text term="no date" form="short"/></else>
      </choose>
    </group>
  </macro>
  <macro name="title">
    <choose>
      <if type="article">
        <group delimiter=" ">
          <text variable="title" font-style="italic"/>
          <text variable="number" prefix="(" suffix=")"/>
        </group>
      </if>
      <else><text variable="title"/></else>
    </choose>
  </macro>
  <macro name="container">
    <choose>
      <if type="article-journal">
        <group delimiter=", ">
          <text variable="container-title" font-style="italic"/>
          <group>
            <text variable="volume" font-style="italic"/>
            <text variable="issue" prefix="(" suffix=")"/>
          </group>
          <text variable="page"/>
        </group>
      </if>
      <else-if type="paper-conference">
        <text variable="container-title" font-style="italic"/>
      </else-if>
      <else>
        <group delimiter=". ">
          <text variable="note"/>
          <text variable="publisher"/>
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
    <choose>
      <if variable="author">
        <group delimiter=". ">
          <group delimiter=" "><text macro="author" suffix="."/><text macro="year"/></group>
          <text macro="title"/>
          <text macro="container"/>
          <text macro="access"/>
        </group>
      </if>
      <else>
        <group delimiter=". ">
          <group delimiter=". "><text macro="title"/><text macro="year"/></group>
          <text macro="container"/>
          <text macro="access"/>
        </group>
      </else>
    </choose>`,
});
