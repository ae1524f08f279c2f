import { en } from './en.ts';

export const status = { en };
