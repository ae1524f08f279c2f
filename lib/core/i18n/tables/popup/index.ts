import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { zhHans } from './zh-hans.ts';
import { zhHant } from './zh-hant.ts';

export const popup = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant, es, fr, de };
