import type { FirstTexts } from '../model';
import { app } from './app';
import { download } from './download';
import { map } from './map';

/** What the map and its frame say: it comes with the first view. */
export const firstEn: FirstTexts = { ...app, ...download, ...map };
