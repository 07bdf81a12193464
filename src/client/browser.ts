export { loadScript } from './load-script.ts';
export { type Child, element, isPlainClick, isTyping, part } from './dom.ts';
