import type { Localized } from './concept.ts';

/** The paragraph to try the extension on, in the languages of the glossary. */
export const WELCOME_TEXT: Localized<string> = {
  en: 'In 1871 the Paris Commune held a city for two months. In 1967 the January Storm swept the leaders of Shanghai from office; in 1989 the BWAF met on Tiananmen Square. And to this day a hukou records who belongs to which town or village.',
  'zh-Hans':
    '1871年，巴黎公社坚持了两个月。1967年，一月风暴席卷上海；1989年，北京工人自治联合会出现在天安门广场。直到今天，户口仍然记着谁属于哪座城市、哪个村庄。',
  'zh-Hant':
    '1871年，巴黎公社堅持了兩個月。1967年，一月風暴席捲上海；1989年，北京工人自治聯合會出現在天安門廣場。直到今天，戶口仍然記著誰屬於哪座城市、哪個村莊。',
};
