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
  <macro name="editor">
    <names variable="editor" delimiter=", ">
      <name and="symbol" initialize-with=". "/>
      <label form="short" text-case="capitalize-first" prefix=" (" suffix=")"/>
    </names>
  </macro>
  <macro name="year">
    <group prefix="(" suffix=")">
      <choose>
        <if variable="issued">
          <group delimiter=", ">
            <date variable="issued"><date-part name="year"/></date>
            <choose>
              <if type="webpage post-weblog article-magazine article-newspaper" match="any">
                <date variable="issued"><date-part name="month"/><date-part name="day" prefix=" "/></date>
              </if>
            </choose>
          </group>
        </if>
        <else><text term="no date" form="short"/></else>
      </choose>
    </group>
  </macro>
  <macro name="details">
    <choose>
      <if type="article report" match="any"><text variable="number" prefix="(" suffix=")"/></if>
      <else-if type="patent"><text variable="number" prefix="(Patent No. " suffix=")"/></else-if>
      <else-if type="book"><text variable="edition" prefix="(" suffix=" ed.)"/></else-if>
      <else-if type="software"><text variable="version" prefix="(" suffix=")"/></else-if>
      <else-if type="dataset"><text value="Data set" prefix="[" suffix="]"/></else-if>
      <else-if type="thesis">
        <group delimiter=", " prefix="[" suffix="]">
          <text variable="genre"/>
          <text variable="publisher"/>
        </group>
      </else-if>
    </choose>
  </macro>
  <macro name="title">
    <choose>
      <if variable="container-title"><text variable="title"/></if>
      <else>
        <group delimiter=" ">
          <text variable="title" font-style="italic"/>
          <text macro="details"/>
        </group>
      </else>
    </choose>
  </macro>
  <macro name="container">
    <choose>
      <if type="article-journal article-magazine article-newspaper review" match="any">
        <group delimiter=", ">
          <text variable="container-title" font-style="italic"/>
          <group>
            <text variable="volume" font-style="italic"/>
            <text variable="issue" prefix="(" suffix=")"/>
          </group>
          <choose>
            <if variable="number"><text variable="number" prefix="Article "/></if>
            <else><text variable="page"/></else>
          </choose>
        </group>
      </if>
      <else-if type="paper-conference">
        <group delimiter=", ">
          <text variable="container-title" font-style="italic"/>
          <text variable="volume" font-style="italic"/>
          <text variable="page"/>
        </group>
      </else-if>
      <else-if variable="container-title">
        <group delimiter=". ">
          <group delimiter=" ">
            <group delimiter=", " prefix="In ">
              <text macro="editor"/>
              <text variable="container-title" font-style="italic"/>
            </group>
            <group delimiter=", " prefix="(" suffix=")">
              <text variable="edition" suffix=" ed."/>
              <text variable="volume" prefix="Vol. "/>
              <group delimiter=" "><label variable="page" form="short"/><text variable="page"/></group>
            </group>
          </group>
          <text variable="publisher"/>
        </group>
      </else-if>
      <else-if type="thesis"/>
      <else><text variable="publisher"/></else>
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
