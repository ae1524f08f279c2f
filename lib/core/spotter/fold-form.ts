import {
  classOf,
  COMBINING,
  EM_DASH,
  foldUnit,
  HYPHEN,
  IGNORABLE,
  KIND,
  narrow,
  SPACE,
  SPECIAL,
  type Characters,
} from '../base/characters.ts';

const isSeparator = (unit: number): boolean => unit === SPACE || unit === HYPHEN || unit === EM_DASH;

/**
 * A form as the verifier compares it: one space for any white space, one unit for each dash, no ignorable
 * characters; folded, or only narrowed where case and accents must agree.
 */
export function foldForm(text: string, exact: boolean, characters: Characters): number[] {
  const units: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const cls = classOf(characters, unit);
    const kind = cls & SPECIAL ? cls & KIND : 0;
    if (kind === IGNORABLE || kind === COMBINING) continue;
    const plain = narrow(unit);
    if (isSeparator(plain)) {
      if (plain === SPACE && units.at(-1) === SPACE) continue;
      units.push(plain);
    } else if (exact) units.push(plain);
    else {
      for (const letter of foldUnit(unit)) {
        for (let j = 0; j < letter.length; j++) units.push(letter.charCodeAt(j));
      }
    }
  }
  while (units[0] === SPACE) units.shift();
  while (units.at(-1) === SPACE) units.pop();
  return units;
}
