import { style } from './style.ts';

/** Vancouver (NLM, Citing Medicine): initials without stops, six authors, then `et al.`, works on line marked as such. */
export const vancouver = style(
  'Vancouver',
  'demote-non-dropping-particle="never" page-range-format="minimal" initialize-with-hyphen="false"',
  {
    macros: `
  <macro name="author">
    <names variable="author">
      <name name-as-sort-order="all" sort-separator=" " initialize-with="" delimiter=", "
        delimiter-precedes-last="always" et-al-min="7" et-al-use-first="6"/>
    </names>
  </macro>
  <macro name="editor">
    <names variable="editor" suffix=". ">
      <name name-as-sort-order="all" sort-separator=" " initialize-with="" delimiter=", "
        delimiter-precedes-last="always" et-al-min="7" et-al-use-first="6"/>
      <label prefix=", "/>
    </names>
  </macro>
  <macro name="date">
    <date variable="issued">
      <date-part name="year"/>
      <date-part name="month" form="short" strip-periods="true" prefix=" "/>
      <date-part name="day" prefix=" "/>
    </date>
  </macro>
  <macro name="year">
    <date variable="issued"><date-part name="year"/></date>
  </macro>
  <macro name="house">
    <group delimiter=": ">
      <text variable="publisher-place"/>
      <text variable="publisher"/>
    </group>
  </macro>
  <macro name="medium"><text value="[Internet]"/></macro>
  <macro name="access">
    <choose>
      <if variable="URL"><text variable="URL" prefix="Available from: "/></if>
      <else><text variable="DOI" prefix="Available from: https://doi.org/"/></else>
    </choose>
  </macro>`,
    layout: `
    <group delimiter=". ">
      <text macro="author"/>
      <choose>
        <if type="article-journal article-magazine article-newspaper review" match="any">
          <group delimiter=". ">
            <text variable="title"/>
            <group delimiter=" ">
              <text variable="container-title"/>
              <text macro="medium"/>
            </group>
            <group delimiter=":">
              <group>
                <text macro="date" suffix=";"/>
                <text variable="volume"/>
                <text variable="issue" prefix="(" suffix=")"/>
              </group>
              <text variable="page"/>
            </group>
          </group>
        </if>
        <else-if variable="container-title">
          <group delimiter=". ">
            <text variable="title"/>
            <group delimiter=" ">
              <text term="in" text-case="capitalize-first" suffix=":"/>
              <text macro="editor"/>
              <text variable="container-title"/>
              <text macro="medium"/>
            </group>
            <group delimiter="; ">
              <text macro="house"/>
              <text macro="year"/>
            </group>
            <text variable="page" prefix="p. "/>
          </group>
        </else-if>
        <else>
          <group delimiter=". ">
            <group delimiter=" ">
              <text variable="title"/>
              <choose>
                <if variable="genre"><text variable="genre" prefix="[" suffix="]"/></if>
                <else><text macro="medium"/></else>
              </choose>
            </group>
            <choose>
              <if type="patent">
                <group delimiter=", "><text variable="number"/><text macro="year"/></group>
              </if>
              <else-if type="report">
                <group delimiter="; ">
                  <text macro="house"/>
                  <date variable="issued">
                    <date-part name="year"/>
                    <date-part name="month" form="short" strip-periods="true" prefix=" "/>
                  </date>
                </group>
              </else-if>
              <else>
                <group delimiter="; ">
                  <text macro="house"/>
                  <text macro="year"/>
                </group>
              </else>
            </choose>
            <choose><if type="report"><text variable="number" prefix="Report No.: "/></if></choose>
          </group>
        </else>
      </choose>
      <text macro="access"/>
    </group>`,
  },
);
