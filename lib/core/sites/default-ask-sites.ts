/**
 * Where nothing is read before the reader asks: mail and messages, money, editors. Short on purpose. It cannot name
 * every bank; the reader adds theirs in the options, where this list is shown and each of its lines can be changed.
 * A domain covers what lies below it.
 */
export type DefaultAskGroup = 'mail' | 'money' | 'editors';

const GROUPS: Record<DefaultAskGroup, string> = {
  mail:
    'mail.google.com outlook.live.com outlook.office.com outlook.office365.com mail.yahoo.com mail.proton.me ' +
    'app.fastmail.com icloud.com mail.qq.com mail.163.com mail.yandex.com web.whatsapp.com web.telegram.org ' +
    'teams.microsoft.com',
  // The last is a domain that only banks get.
  money: 'paypal.com wise.com alipay.com bank',
  editors: 'docs.google.com officeapps.live.com overleaf.com notion.so vscode.dev github.dev',
};

export const DEFAULT_ASK_SITES: ReadonlyMap<string, DefaultAskGroup> = new Map(
  (Object.entries(GROUPS) as [DefaultAskGroup, string][]).flatMap(([group, domains]) =>
    domains.split(' ').map((domain) => [domain, group] as const),
  ),
);
