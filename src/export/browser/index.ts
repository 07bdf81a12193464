export { offerExport } from './offer-export.ts';
