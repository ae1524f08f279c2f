import type { Translation } from '../../translation.ts';
import type { en } from './en.ts';

export const zhHant: Translation<typeof en> = {
  reminderNever: '你的筆記從未備份過。',
  reminderOld_other: '上次備份是 {count} 天前。',
  reminderGo: '備份',
};
