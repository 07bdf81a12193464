import { rememberedScheme } from './scheme-memory.ts';

// Runs before the page is drawn, so that a remembered scheme does not flash.
const remembered = rememberedScheme();
if (remembered) document.documentElement.dataset['scheme'] = remembered;
