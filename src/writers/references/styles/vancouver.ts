import { style } from './style.ts';

/** Vancouver (NLM, Citing Medicine): initials without stops, six authors, then `et al.` */
export const vancouver = style('Vancouver', 'demote-non-dropping-particle="never"', {
  macros: `
  <macro name="author">
    <names variable="author">
      <name name-as-sort-order="all" sort-separator=" " initialize-with="" delimiter=", "
        delimiter-precedes-last="always" et-al-min="7" et-al-use-first="6"/>
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
  <macro name="container">
    <choose>
      <if type="article-journal">
        <group delimiter=". ">
          <text variable="container-title"/>
          <group delimiter=":">
            <group delimiter=";">
              <text macro="year"/>
              <group>
                <text variable="volume"/>
                <text variable="issue" prefix="(" suffix=")"/>
              </group>
            </group>
            <text variable="page"/>
          </group>
        </group>
      </if>
      <else-if type="paper-conference">
        <group delimiter=". ">
          <group delimiter=": ">
            <text term="in" text-case="capitalize-first"/>
            <text variable="container-title"/>
          </group>
          <text macro="year"/>
        </group>
      </else-if>
      <else>
        <group delimiter="; ">
          <group delimiter=". ">
            <text variable="note"/>
            <group delimiter=":"><text variable="number"/></group>
          </group>
          <text macro="date"/>
        </group>
      </else>
    </choose>
  </macro>
  <macro name="access">
    <choose>
      <if variable="DOI"><text variable="DOI" prefix="doi:"/></if>
      <else><text variable="URL" prefix="Available from: "/></else>
    </choose>
  </macro>`,
  layout: `
    <group delimiter=". ">
      <text macro="author"/>
      <text variable="title"/>
      <text macro="container"/>
      <text macro="access"/>
    </group>`,
});
