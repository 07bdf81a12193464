export { type Child, element, isPlainClick, isTyping, part } from './dom.ts';
export { loadScript } from './load-script.ts';
export { keep, recall } from './memory.ts';
