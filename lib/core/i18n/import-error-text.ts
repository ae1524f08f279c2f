import type { Fault } from '../base/result.ts';
import type { Strings } from './strings.ts';

export const faultText = ({ code, field, count, most }: Fault, { t, lang }: Strings): string => {
  const numbers = new Intl.NumberFormat(lang);
  return t(`fault_${code}`, { field, count: numbers.format(count), most: numbers.format(most) });
};
