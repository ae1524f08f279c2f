import type { Translation } from '../../translation.ts';
import type { en } from './en.ts';

export const zhHans: Translation<typeof en> = {
  reminderNever: '你的笔记从未备份过。',
  reminderOld_other: '上次备份是 {count} 天前。',
  reminderGo: '备份',
};
