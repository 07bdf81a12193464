export { default } from './florilegium.ts';
