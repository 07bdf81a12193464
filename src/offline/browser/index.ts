export { fromWideText } from '../wide-text.ts';
