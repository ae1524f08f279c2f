/** Pages of our own writing whose words mean now one thing, now another. */
import type { TestPage } from './articles.ts';

const style = `<style>body{font:16px/1.5 Georgia,serif;max-width:42em;margin:2em auto;padding:0 1em}</style>`;

function page(title: string, lang: string, paragraphs: readonly string[]): TestPage {
  const body = `<h1>${title}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('\n')}`;
  const attributes = lang === '' ? '' : ` lang="${lang}"`;
  return {
    html: `<!doctype html><html${attributes}><head><meta charset="utf-8"><title>${title}</title>${style}</head><body>${body}</body></html>`,
  };
}

const TWO_MEANINGS = [
  `When the printers of Moscow walked out in September 1905, nobody foresaw that the railways would follow within a
  fortnight. Each factory in the capital elected delegates, one for every five hundred workers, and their meeting ran
  the strike, printed its own paper and settled who might bake and who might not.`,
  `The soviets of 1905 lasted only weeks. In Ivanovo the textile workers had made one in May; the soviet there met on
  the bank of a river, since no hall would hold the strikers. When the deputies of the capital were arrested in
  December, the idea had already travelled to some fifty towns.`,
  `It came back in 1917, when soldiers sent delegates beside the workers. By then every party had its own opinion of
  what such councils were for.`,
  `Much later the same word stood in the name of a state. The Soviet Union had an embassy in nearly every capital of
  the world by 1960, a space programme and a seat on the Security Council. Its leaders spoke of peace while its tanks
  stood in Eastern Europe, and a Soviet diplomat seldom travelled alone.`,
  `During the Cold War newspapers shortened it further: the Soviets had put missiles on Cuba, the Soviets had marched
  into Afghanistan. Few readers in the West still heard the strike committee in the name.`,
];

const PRINTING = [
  `If you have just unpacked your first printer, start with PLA. It sticks to a clean bed at sixty degrees, hardly
  warps, and a spool costs less than a pizza. Most profiles that come with a slicer were tuned on PLA.`,
  `PLA, or polylactic acid, is made from maize or sugar cane. Set the nozzle to 205 °C for the first layer and drop it
  by five degrees after that; if you see strings between towers, dry the filament before you touch retraction.`,
  `For parts that sit in a hot car, PLA is the wrong choice: it goes soft at about 55 °C. PETG is tougher and takes
  heat better, ABS better still, but both want a slower fan and more patience than PLA does.`,
  `Is PLA food safe? The plastic itself may be; the layers are not, because dirt stays in the grooves. And although
  PLA counts as biodegradable, it does not rot in a garden heap.`,
];

const ARMY = `The largest customer for rugged printers last year, according to the maker, was not a hobbyist at all.
  Workshops of the Chinese military bought hundreds of them: the People’s Liberation Army (PLA) prints spare parts for
  its vehicles in garrisons far from Beijing, and officers of the PLA have shown the machines to visiting troops.`;

const FRENCH = [
  `Le conseil municipal s’est réuni mardi soir dans la salle des fêtes. La commune, qui compte un peu plus de trois mille
  habitants, veut revoir l’occupation des sols avant la fin de l’année, et le maire a présenté le cadre de cette
  révision.`,
  `Dans ce cadre, chaque commune du canton doit dire combien de logements elle pourra construire. Le taux d’occupation
  des logements anciens reste faible ; une commune voisine a choisi de les racheter un par un.`,
  `Commune rurale jusque dans les années soixante, le bourg vit aujourd’hui au rythme de la ville. Un cadre qui travaille
  à Lyon met vingt-cinq minutes en train, et les familles de cadres sont celles qui arrivent le plus souvent.`,
  `L’occupation du domaine public par les terrasses a fait l’objet d’un débat assez vif. Plusieurs élus ont rappelé que la
  Commune perçoit une redevance, et que la durée de chaque occupation est fixée dans un cadre réglementaire précis.`,
  `La séance a été levée à vingt-deux heures. Les communes du canton se retrouveront en mars.`,
];

const BANK = [
  `只需帶同香港身份證及最近三個月的住址證明，即可親臨任何一間分行開戶口，毋須預約。十八歲以下人士須由父母陪同。`,
  `開戶口後，閣下會收到一封載有戶口號碼的確認信。請妥善保管戶口號碼，切勿向任何人透露網上理財密碼。`,
  `儲蓄戶口的利率每日計算，每月存入一次；外幣儲蓄戶口另有優惠。戶口結餘低於五千港元，每月收取服務費。`,
  `如需查詢戶口結餘，可使用櫃員機、網上理財或致電客戶服務熱線。`,
  `你的戶口如在一年內沒有任何交易，將會列為不動戶口。你可以隨時關閉戶口，或將款項轉賬至另一個戶口。`,
  `聯名戶口的每位持有人均可提款。公司戶口的申請表請向分行索取。`,
];

const MIGRANTS_TRADITIONAL = [
  `在中國內地，農民工即使在城市工作多年，戶口仍然留在農村，子女入學、看病和退休金都受到戶籍的限制。`,
  `一九五八年以後，居民按戶口分為農業與非農業兩類；由農村遷移到城市，須得到公安局批准。近年有些城市放寬了落戶的條件。`,
];
const MIGRANTS = [
  `许多农民工在城市工作了十几年，户口却还在农村。孩子上学要看户口，买房要看户口，连参加医疗保险也离不开它。`,
  `派出所的民警说，符合条件的外来人员可以申请落户，办理户口登记需要身份证、居住证和劳动合同。`,
];

const CUT = [
  `市政部门昨日表示，夜间施工会影响交通，请市民绕行。为了减少噪音，施工会安排在白天进行。`,
  `产品差异化经营是企业站稳市场的办法，差异化的服务也一样。`,
  `中华全国总工会成立于一九二五年。厂里的工会代表工人同厂方谈判，罢工以后工会的人数多了一倍。`,
  `工人办理户口登记时，应当带好身份证；户口在外地的，另填一张表。`,
];

export const SENSE_PAGES: Record<string, TestPage> = {
  '/two-meanings': page('A word and its state', 'en', TWO_MEANINGS),
  '/printing': page('Your first filament', 'en', PRINTING),
  '/printing-for-an-army': page('Your first filament', 'en', [...PRINTING, ARMY]),
  '/french': page('Une séance du conseil', 'fr', FRENCH),
  '/french-unnamed': page('Une séance du conseil', '', FRENCH),
  '/hong-kong-bank': page('開立戶口', 'zh-HK', BANK),
  '/migrants': page('进城以后', 'zh-CN', MIGRANTS),
  '/migrants-traditional': page('進城以後', 'zh-HK', MIGRANTS_TRADITIONAL),
  '/cut-words': page('本地新闻', 'zh-CN', CUT),
};
