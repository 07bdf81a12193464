export { currentAddresses, kindOf, releasedSuggestions } from './current.ts';
export { addressInOrder, releaseAddresses } from './release.ts';
export { settleAddresses } from './settle.ts';
export { sourceNames } from './source-names.ts';
export { citableStates, publishedSources } from './states.ts';
export { type Group, seriesOf, slugOf, venuesOf } from './venues.ts';
