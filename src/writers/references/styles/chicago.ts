import { style } from './style.ts';

/** Chicago Manual of Style, 17th edition, author-date: full names, year after the authors, title in quotes. */
export const chicago = style(
  'Chicago',
  'demote-non-dropping-particle="display-and-sort" page-range-format="chicago" initialize="false"',
  {
    macros: `
  <macro name="author">
    <names variable="author">
      <name and="text" name-as-sort-order="first" sort-separator=", " delimiter-precedes-last="always"
        et-al-min="11" et-al-use-first="7"/>
      <substitute><text macro="title"/></substitute>
    </names>
  </macro>
  <macro name="title">
    <choose>
      <if type="book"><text variable="title" text-case="title" font-style="italic"/></if>
      <else-if type="patent"><text variable="title" font-style="italic"/></else-if>
      <else><text variable="title" text-case="title" quotes="true"/></else>
    </choose>
  </macro>
  <macro name="year">
    <choose>
      <if variable="issued"><date variable="issued"><date-part name="year"/></date></if>
      <else><text term="no date" form="short"/></else>
    </choose>
  </macro>
  <macro name="whole-date">
    <date variable="issued">
      <date-part name="month" suffix=" "/>
      <date-part name="day" suffix=", "/>
      <date-part name="year"/>
    </date>
  </macro>
  <macro name="house">
    <group delimiter=": ">
      <text variable="publisher-place"/>
      <text variable="publisher"/>
    </group>
  </macro>
  <macro name="container">
    <choose>
      <if type="article-journal article-magazine article-newspaper review" match="any">
        <group delimiter=": ">
          <group delimiter=", ">
            <group delimiter=" ">
              <text variable="container-title" text-case="title" font-style="italic"/>
              <text variable="volume"/>
              <text variable="issue" prefix="(" suffix=")"/>
            </group>
            <choose>
              <if variable="volume issue" match="none">
                <date variable="issued"><date-part name="month"/></date>
              </if>
            </choose>
          </group>
          <text variable="page"/>
        </group>
      </if>
      <else-if variable="container-title">
        <group delimiter=". ">
          <group delimiter=", ">
            <group delimiter=" ">
              <text term="in" text-case="capitalize-first"/>
              <text variable="container-title" text-case="title" font-style="italic"/>
            </group>
            <names variable="editor" delimiter=", ">
              <label form="verb" suffix=" "/>
              <name and="text" delimiter=", "/>
            </names>
            <text variable="page"/>
          </group>
          <text macro="house"/>
        </group>
      </else-if>
      <else-if type="patent">
        <group delimiter=", ">
          <text variable="number"/>
          <group delimiter=" "><text value="issued"/><text macro="whole-date"/></group>
        </group>
      </else-if>
      <else-if type="webpage post-weblog" match="any"><text macro="whole-date"/></else-if>
      <else>
        <group delimiter=". ">
          <text variable="edition" suffix=" ed"/>
          <group delimiter=", ">
            <text variable="genre"/>
            <text macro="house"/>
          </group>
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
      <choose><if variable="author"><text macro="title"/></if></choose>
      <text macro="container"/>
      <text macro="access"/>
    </group>`,
  },
);
