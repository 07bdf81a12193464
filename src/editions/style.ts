/** The style sheet of a copy of an edition: for screens of any width, light and dark, and paper. */
export const copyStyle = `:root { color-scheme: light dark; }
body { max-width: 42rem; margin: 0 auto; padding: 1rem; font: 1.0625rem/1.55 Georgia, 'Times New Roman', serif; overflow-wrap: anywhere; }
h1, h2, h3, h4 { line-height: 1.25; text-wrap: balance; }
h2 { margin-top: 3rem; border-bottom: 1px solid; }
a { color: inherit; text-underline-offset: 0.15em; }
a.cite { font-size: 0.85em; text-decoration: none; }
.quiet { font-size: 0.9em; }
.papers { padding-inline-start: 0; list-style: none; }
.papers > li { margin-block: 2rem; break-inside: avoid; }
.papers h3 { margin: 0; }
.papers p { margin-block: 0.35rem; }
:target { outline: 2px solid; outline-offset: 0.5rem; }
math, pre, table { max-width: 100%; overflow-x: auto; }
math[display='block'] { display: block math; }
`;
