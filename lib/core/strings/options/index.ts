import { en } from './en.ts';

export const options = { en };
