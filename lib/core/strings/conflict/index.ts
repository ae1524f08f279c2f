import { en } from './en.ts';

export const conflict = { en };
