import type { Translation } from '../translation.ts';
import type { en } from './en.ts';

export const es: Translation<typeof en> = {};
