import type { Translation } from '../translation.ts';
import type { en } from './en.ts';

export const zhHant: Translation<typeof en> = {
  statusOn_other: '本頁有 {count} 個術語',
  statusReading: '正在閱讀本頁……',
  statusNothing_other: '在 {count} 個詞中沒有找到術語',
  statusOff: '在此網站已關閉',
  statusPaused_other: '在此暫停 {count} 分鐘',
  statusRunaway: '本頁不停變動，已暫停閱讀',
  goOn: '繼續',
  statusLarge: '頁面很大，只讀了一部分',
  statusNoAccess: '尚無權存取此網站',
  allow: '允許',
  statusBrowser: '瀏覽器不讓擴充功能進入此頁面。在這裡仍可搜尋。',
  statusStore: '瀏覽器不讓擴充功能進入其商店。在這裡仍可搜尋。',
  statusPdf: '瀏覽器的 PDF 檢視器不讓擴充功能進入。在這裡仍可搜尋。',
  statusFile: '要讀檔案，請先在擴充功能的詳細資料中允許。',
  statusSilent: '尚未在此分頁中執行',
  reload: '重新載入',
  statusProblem: '這裡出了問題：{problem}',
  siteSwitch: '在 {host} 上標出術語',
  pauseHour: '暫停一小時',
  resume: '恢復',
};
