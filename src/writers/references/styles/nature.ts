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
  <macro name="year"><date variable="issued"><date-part name="year"/></date></macro>
  <macro name="house-and-year">
    <group delimiter=", " prefix="(" suffix=")">
      <text variable="publisher"/>
      <text macro="year"/>
    </group>
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
      <text variable="title" suffix="."/>
      <choose>
        <if type="article-journal article-magazine article-newspaper review" match="any">
          <group delimiter=" ">
            <group delimiter=", ">
              <group delimiter=" ">
                <text variable="container-title" font-style="italic"/>
                <text variable="volume" font-weight="bold" suffix=","/>
              </group>
            </group>
            <text variable="page"/>
            <text macro="year" prefix="(" suffix=")"/>
            <choose><if variable="volume" match="none"><text variable="DOI" prefix="doi:"/></if></choose>
          </group>
        </if>
        <else-if variable="container-title">
          <group delimiter=". ">
            <group delimiter=" ">
              <text term="in"/>
              <text variable="container-title" font-style="italic"/>
              <names variable="editor" prefix="(" suffix=")">
                <label form="short" suffix=" "/>
                <name and="symbol" delimiter-precedes-last="never" name-as-sort-order="all"
                  sort-separator=", " initialize-with=". " et-al-min="6" et-al-use-first="1"/>
              </names>
              <text variable="page"/>
              <text macro="house-and-year"/>
            </group>
            <text variable="DOI" prefix="doi:"/>
          </group>
        </else-if>
        <else-if type="article">
          <group delimiter=" ">
            <text value="Preprint at"/>
            <text macro="access"/>
            <text macro="year" prefix="(" suffix=")"/>
          </group>
        </else-if>
        <else-if type="book thesis" match="any">
          <group delimiter=". ">
            <text macro="house-and-year"/>
            <text variable="DOI" prefix="doi:"/>
          </group>
        </else-if>
        <else-if type="webpage post-weblog report document" match="any">
          <group delimiter=" ">
            <text macro="access"/>
            <text macro="year" prefix="(" suffix=")"/>
          </group>
        </else-if>
        <else>
          <group delimiter=" ">
            <choose><if type="patent"><text variable="number"/></if></choose>
            <text macro="year" prefix="(" suffix=")"/>
            <text variable="DOI" prefix="doi:"/>
          </group>
        </else>
      </choose>
    </group>`,
});
