import { offerCopying } from './copy.ts';
import { offerScheme } from './scheme-button.ts';
import { dismissCards } from './cite-cards.ts';
import { keepPlace } from './focus-memory.ts';

offerCopying();
offerScheme();
dismissCards();
keepPlace();
