import { offerCopying } from './copy.ts';
import { offerScheme } from './scheme-button.ts';
import { dismissCards } from './cite-cards.ts';

offerCopying();
offerScheme();
dismissCards();
