import type { Translation } from '../../translation.ts';
import type { en } from './en.ts';

export const zhHant: Translation<typeof en> = {
  panelTitle: 'Manicule：本頁',
  panelTerms: '術語',
  panelNoTerms: '這裡沒有找到詞彙表中的術語。',
  panelNotes: '筆記',
  panelPlaced: '依頁面順序',
  panelWrite: '為整個頁面寫筆記',
  panelNoNotes: '這裡還沒有筆記。請選取一段文字，再從右鍵選單選擇「在此處加上筆記」。',
  panelWhole: '關於整個頁面',
  panelInFrame: '嵌入本頁的內容：{name}',
  panelOrphans: '沒有找到的段落',
  panelOrphansLead:
    '頁面改動了，這些段落沒有找到。筆記仍然保留。要重新附上一則筆記，請在頁面上選取它的段落，再附上去。',
  panelAttach: '附到選取的文字',
  panelAttached: '筆記已重新附上。',
  panelNothingSelected: '頁面上沒有選取文字。請先選取段落。',
  panelNoAddress:
    '選取的文字在嵌入的文件裡，那裡沒有自己的網址，筆記無法再找到它。請在頁面的其他地方選取段落。',
  panelLike: '記下之後，文字有改動',
  panelLooking: '正在尋找它的段落……',
  panelGoTo: '前往{term}',
  panelNext: '{term}的下一處',
  panelPrevious: '{term}的上一處',
  panelCount: '{count} 處',
  panelTimes_other: '{count} 次',
};
