import { en } from './en.ts';

export const popup = { en };
