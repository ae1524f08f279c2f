import { en } from './en.ts';

export const sync = { en };
