import { style } from './style.ts';

/** Nature's reference style: up to five authors, ampersand, volume in bold, year in brackets at the end. */
export const nature = style('Nature', 'demote-non-dropping-particle="never"', {
  macros: `
  <macro name="author">
    <names variable="author">
      <name and="symbol" delimiter-precedes-last="never" name-as-sort-order="all" sort-separator=", "
        initialize-with=". " et-al-min="6" et-al-use-first="1"/>
      <et-al font-style="italic"/>
    </names>
  </macro>
  <macro name="year">
    <date variable="issued" prefix="(" suffix=")"><date-part name="year"/></date>
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
        <group delimiter=" ">
          <group delimiter=", ">
            <group delimiter=" ">
              <text variable="container-title" font-style="italic"/>
              <text variable="volume" font-weight="bold"/>
            </group>
            <text variable="page"/>
          </group>
          <text macro="year"/>
        </group>
      </if>
      <else-if type="paper-conference">
        <group delimiter=" ">
          <text term="in"/>
          <text variable="container-title" font-style="italic"/>
          <text macro="year"/>
        </group>
      </else-if>
      <else>
        <group delimiter=" ">
          <choose><if variable="publisher"><text value="Preprint at"/></if></choose>
          <text macro="access"/>
          <text macro="year"/>
        </group>
      </else>
    </choose>
  </macro>`,
  layout: `
    <group delimiter=" " suffix=".">
      <text macro="author" suffix="."/>
      <text variable="title" suffix="."/>
      <text macro="container"/>
      <choose><if type="article-journal paper-conference" match="any"><text macro="access"/></if></choose>
    </group>`,
});
