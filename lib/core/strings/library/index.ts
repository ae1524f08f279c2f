import { en } from './en.ts';

export const library = { en };
