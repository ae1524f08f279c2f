import type { Translation } from '../../translation.ts';
import type { en } from './en.ts';

export const zhHans: Translation<typeof en> = {
  panelTitle: 'Manicule：本页',
  panelTerms: '术语',
  panelNoTerms: '这里没有找到词汇表中的术语。',
  panelNotes: '笔记',
  panelPlaced: '按页面顺序',
  panelWrite: '为整个页面写笔记',
  panelNoNotes: '这里还没有笔记。请选中一段文字，再从右键菜单选择“在此处添加笔记”。',
  panelWhole: '关于整个页面',
  panelInFrame: '嵌入本页的内容：{name}',
  panelOrphans: '没有找到的段落',
  panelOrphansLead:
    '页面改动了，这些段落没有找到。笔记仍然保留。要重新附上一条笔记，请在页面上选中它的段落，再附上去。',
  panelAttach: '附到选中的文字',
  panelAttached: '笔记已重新附上。',
  panelNothingSelected: '页面上没有选中文字。请先选中段落。',
  panelNoAddress:
    '选中的文字在嵌入的文档里，那里没有自己的地址，笔记无法再找到它。请在页面的其他地方选中段落。',
  panelLike: '记下之后，文字有改动',
  panelLooking: '正在寻找它的段落……',
  panelGoTo: '前往{term}',
  panelNext: '{term}的下一处',
  panelPrevious: '{term}的上一处',
  panelCount: '{count} 处',
  panelTimes_other: '{count} 次',
};
