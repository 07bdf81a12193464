import type { APIRoute } from 'astro';
import { getSurvey } from '../loaders/index.ts';
import { shortTitleOf } from '../model/index.ts';
import tokens from '../styles/tokens.css?raw';

/** `--paper: light-dark(#fdfdfa, #151714)`; a manifest knows one colour for both schemes. */
const LIGHT_PAPER = /--paper: light-dark\((#[\da-f]{6}),/u;

/**
 * Web app manifest (W3C), by which a browser installs the site. Addresses are relative to the manifest.
 *
 * The icons in `public/icons/` are `public/mark.svg` as Chromium draws it on the colour of the paper, at 72 % of the
 * height, and at 52 % for the masked one, whose corners a system may cut away.
 */
export const GET: APIRoute = async () => {
  const { site } = await getSurvey();
  const paper = LIGHT_PAPER.exec(tokens)?.[1];
  if (paper === undefined) throw new Error(`src/styles/tokens.css has nothing like ${LIGHT_PAPER}`);
  const manifest = {
    name: site.title,
    short_name: shortTitleOf(site),
    description: site.description,
    lang: site.language,
    start_url: './',
    scope: './',
    // A window of its own, with a way back where the system can give one.
    display: 'standalone',
    display_override: ['minimal-ui'],
    theme_color: paper,
    background_color: paper,
    icons: [
      { src: 'icons/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: 'icons/icon-512.png', sizes: '512x512', type: 'image/png' },
      {
        src: 'icons/maskable-512.png',
        sizes: '512x512',
        type: 'image/png',
        purpose: 'maskable',
      },
      { src: 'mark.svg', sizes: 'any', type: 'image/svg+xml' },
    ],
  };
  return new Response(`${JSON.stringify(manifest, null, 2)}\n`);
};
