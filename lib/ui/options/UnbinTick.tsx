import { useId } from 'preact/hooks';
import type { Strings } from '../../core/i18n/strings.ts';

export interface UnbinTickProps {
  /** Notes of the file that are in the bin here; without any, nothing is shown. */
  binnedCount: number;
  isOn: boolean;
  strings: Strings;
  onTick(isOn: boolean): void;
}

/** Asks whether notes that were deleted here are to be restored: the reader may have deleted them on purpose. */
export function UnbinTick({ binnedCount, isOn, strings, onTick }: UnbinTickProps) {
  const id = useId();
  if (binnedCount === 0) return null;
  return (
    <div class="tick">
      <input
        id={id}
        type="checkbox"
        checked={isOn}
        onChange={(event) => onTick(event.currentTarget.checked)}
      />
      <label for={id}>{strings.count('fileUnbin', binnedCount)}</label>
    </div>
  );
}
