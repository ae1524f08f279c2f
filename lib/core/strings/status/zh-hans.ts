import type { Translation } from '../translation.ts';
import type { en } from './en.ts';

export const zhHans: Translation<typeof en> = {
  statusOn_other: '本页有 {count} 个术语',
  statusReading: '正在阅读本页……',
  statusNothing_other: '在 {count} 个词中没有找到术语',
  statusOff: '在此网站已关闭',
  statusPaused_other: '在此暂停 {count} 分钟',
  statusRunaway: '本页不停变化，已暂停阅读',
  goOn: '继续',
  statusLarge: '页面很大，只读了一部分',
  statusNoAccess: '尚无权访问此网站',
  allow: '允许',
  statusBrowser: '浏览器不让扩展进入此页面。在这里仍可搜索。',
  statusStore: '浏览器不让扩展进入其商店。在这里仍可搜索。',
  statusPdf: '浏览器的 PDF 阅读器不让扩展进入。在这里仍可搜索。',
  statusFile: '要读文件，请先在扩展的详情中允许。',
  statusSilent: '尚未在此标签页中运行',
  reload: '重新加载',
  statusProblem: '这里出了问题：{problem}',
  siteSwitch: '在 {host} 上标出术语',
  pauseHour: '暂停一小时',
  resume: '恢复',
};
