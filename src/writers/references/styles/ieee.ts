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
  <macro name="editor">
    <names variable="editor">
      <name and="text" et-al-min="7" et-al-use-first="1" initialize-with=". "/>
      <label form="short" text-case="capitalize-first" prefix=", "/>
    </names>
  </macro>
  <macro name="date">
    <choose>
      <if type="book chapter thesis" match="any">
        <date variable="issued"><date-part name="year"/></date>
      </if>
      <else-if type="article-journal paper-conference report" match="any">
        <date variable="issued">
          <date-part name="month" form="short" suffix=" "/>
          <date-part name="year"/>
        </date>
      </else-if>
      <else>
        <date variable="issued">
          <date-part name="month" form="short" suffix=" "/>
          <date-part name="day" form="numeric-leading-zeros" suffix=", "/>
          <date-part name="year"/>
        </date>
      </else>
    </choose>
  </macro>
  <macro name="house">
    <group delimiter=": ">
      <text variable="publisher-place"/>
      <text variable="publisher"/>
    </group>
  </macro>
  <macro name="pages">
    <group delimiter=" ">
      <label variable="page" form="short"/>
      <text variable="page"/>
    </group>
  </macro>
  <macro name="access">
    <choose>
      <if variable="DOI"><text variable="DOI" prefix="doi: " suffix="."/></if>
      <else><text variable="URL" prefix="[Online]. Available: "/></else>
    </choose>
  </macro>`,
  layout: `
    <group delimiter=", ">
      <text macro="author"/>
      <choose>
        <if type="book"><text variable="title" font-style="italic"/></if>
        <else-if type="article dataset document software" match="any"/>
        <else><text variable="title" quotes="true"/></else>
      </choose>
      <choose>
        <if type="article-journal article-magazine article-newspaper review" match="any">
          <group delimiter=", ">
            <text variable="container-title" font-style="italic"/>
            <text variable="volume" prefix="vol. "/>
            <text variable="issue" prefix="no. "/>
            <choose>
              <if variable="number"><text variable="number" prefix="Art. no. "/></if>
              <else><text macro="pages"/></else>
            </choose>
            <text macro="date"/>
            <text macro="access"/>
          </group>
        </if>
        <else-if type="paper-conference">
          <group delimiter=". ">
            <group delimiter=", ">
              <text variable="container-title" font-style="italic" prefix="in "/>
              <text macro="date"/>
              <text macro="pages"/>
            </group>
            <text macro="access"/>
          </group>
        </else-if>
        <else-if variable="container-title">
          <group delimiter=". ">
            <group delimiter=", ">
              <text variable="container-title" font-style="italic" prefix="in "/>
              <text variable="volume" prefix="vol. "/>
              <text macro="editor"/>
            </group>
            <group delimiter=", ">
              <text macro="house"/>
              <text macro="date"/>
              <text macro="pages"/>
            </group>
            <text macro="access"/>
          </group>
        </else-if>
        <else-if type="article dataset document software" match="any">
          <group delimiter=". ">
            <text variable="title" quotes="true"/>
            <group delimiter=", ">
              <text macro="house"/>
              <text macro="date"/>
            </group>
            <text macro="access"/>
          </group>
        </else-if>
        <else-if type="webpage post-weblog" match="any">
          <group delimiter=". ">
            <text macro="date"/>
            <choose>
              <if variable="DOI"><text variable="DOI" prefix="https://doi.org/"/></if>
              <else><text variable="URL"/></else>
            </choose>
          </group>
        </else-if>
        <else-if type="patent">
          <group delimiter=" ">
            <group delimiter=", "><text variable="number"/><text macro="date"/></group>
            <text macro="access"/>
          </group>
        </else-if>
        <else-if type="book"/>
        <else>
          <group delimiter=". ">
            <group delimiter=", ">
              <text variable="genre"/>
              <text macro="house"/>
              <text variable="number"/>
              <text macro="date"/>
            </group>
            <text macro="access"/>
          </group>
        </else>
      </choose>
    </group>
    <choose>
      <if type="book">
        <group delimiter=". " prefix=". ">
          <group delimiter=", "><text macro="house"/><text macro="date"/></group>
          <text macro="access"/>
        </group>
      </if>
    </choose>`,
});
