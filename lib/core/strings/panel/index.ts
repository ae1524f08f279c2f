import { en } from './en.ts';

export const panel = { en };
