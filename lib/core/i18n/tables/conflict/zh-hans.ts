import type { Translation } from '../../translation.ts';
import type { en } from './en.ts';

export const zhHans: Translation<typeof en> = {
  conflictShown: '当前显示',
  conflictOther: '另一个版本',
  conflictBinned: '在回收站中',
  conflictEmpty: '（无文字）',
  conflictKeepShown: '保留这个',
  conflictKeepOther: '采用这个',
  conflictKeepBoth: '两个都保留为笔记',
  conflictChanged: '修改于{when}',
};
