/** Offers the papers of a list for export, on pages that print one. */
import { offerExport } from './offer-export.ts';
import { readPlaces } from '../places.ts';

for (const offer of document.querySelectorAll<HTMLDetailsElement>('details.export[data-places]')) {
  const { places = '', name = '' } = offer.dataset;
  offerExport(offer, async () => ({ places: readPlaces(places), name: [name] }));
}
