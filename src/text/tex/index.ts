export { decodeTex } from './decode.ts';
export { parseTex, type TexMessage } from './parse.ts';
