import { en } from './en.ts';

export const welcome = { en };
