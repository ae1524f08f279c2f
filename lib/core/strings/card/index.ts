import { en } from './en.ts';

export const card = { en };
