import type { Translation } from '../../translation.ts';
import type { en } from './en.ts';

export const zhHant: Translation<typeof en> = {
  conflictShown: '目前顯示',
  conflictOther: '另一個版本',
  conflictBinned: '在回收桶中',
  conflictEmpty: '（無文字）',
  conflictKeepShown: '保留這個',
  conflictKeepOther: '採用這個',
  conflictKeepBoth: '兩個都保留為筆記',
  conflictChanged: '修改於{when}',
};
