import type { Translation } from '../translation.ts';
import type { en } from './en.ts';

export const zhHant: Translation<typeof en> = {
  options: '選項',
  optionsLead: '無需設定即可使用。除非你在這裡開啟，否則任何內容都不會離開這台電腦。',
  optionsSections: '各部分',
  optionsBackup: '備份',
  optionsBackupLead: '一個檔案，包含你的全部筆記、回收桶和設定，請妥善保存。',
  optionsSync: '同步',
  optionsSyncLead:
    '透過你自己的 CouchDB 資料庫，讓多台電腦上的筆記保持一致。Manicule 沒有伺服器：由你指定一個信任的。',
  conflicts: '有兩個版本的筆記',
  conflictsLead: '它們同時在兩台電腦上被修改。在你選擇之前，兩個版本都會保留。',
  optionsBrowser: '透過瀏覽器帳號',
  optionsBrowserLead: '瀏覽器內建的同步，需要你已登入。空間很小：放得下設定，放不下筆記。',
  browserSyncLook: 'Manicule 的外觀和標記的疏密',
  browserSyncSites: '已關閉或暫停的網站',
  browserSyncSitesHint: '這些是你閱讀的網站的網址，會交給瀏覽器的廠商。',
  browserSyncFull: '網站太多，瀏覽器的同步放不下；它們留在這台電腦上。',
  browserSyncFailed: '瀏覽器的同步目前不接受：{problem}',
};
