import type { Translation } from '../translation.ts';
import type { en } from './en.ts';

export const zhHans: Translation<typeof en> = {
  options: '选项',
  optionsLead: '无需设置即可使用。除非你在这里开启，否则任何内容都不会离开这台电脑。',
  optionsSections: '各部分',
  optionsBackup: '备份',
  optionsBackupLead: '一个文件，包含你的全部笔记、回收站和设置，请妥善保存。',
  optionsSync: '同步',
  optionsSyncLead:
    '通过你自己的 CouchDB 数据库，让多台电脑上的笔记保持一致。Manicule 没有服务器：由你指定一个信任的。',
  conflicts: '有两个版本的笔记',
  conflictsLead: '它们同时在两台电脑上被修改。在你选择之前，两个版本都会保留。',
  optionsBrowser: '通过浏览器账号',
  optionsBrowserLead: '浏览器自带的同步，需要你已登录。空间很小：放得下设置，放不下笔记。',
  browserSyncLook: 'Manicule 的外观和标记的疏密',
  browserSyncSites: '已关闭或暂停的网站',
  browserSyncSitesHint: '这些是你阅读的网站的地址，会交给浏览器的厂商。',
  browserSyncFull: '网站太多，浏览器的同步放不下；它们留在这台电脑上。',
  browserSyncFailed: '浏览器的同步目前不接受：{problem}',
};
