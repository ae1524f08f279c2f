/**
 * Sites read only when the reader asks, subdomains included. Short on purpose, as no list can name every bank: the
 * options show it, and the reader can change or add sites there.
 */
export type DefaultAskGroup = 'mail' | 'money' | 'editors';

const GROUPS: Record<DefaultAskGroup, string> = {
  mail:
    'mail.google.com outlook.live.com outlook.office.com outlook.office365.com mail.yahoo.com mail.proton.me ' +
    'app.fastmail.com icloud.com mail.qq.com mail.163.com mail.yandex.com web.whatsapp.com web.telegram.org ' +
    'teams.microsoft.com',
  // `.bank` is a top-level domain open only to banks (https://www.register.bank/).
  money: 'paypal.com wise.com alipay.com bank',
  editors: 'docs.google.com officeapps.live.com overleaf.com notion.so vscode.dev github.dev',
};

export const DEFAULT_ASK_SITES: ReadonlyMap<string, DefaultAskGroup> = new Map(
  (Object.entries(GROUPS) as [DefaultAskGroup, string][]).flatMap(([group, domains]) =>
    domains.split(' ').map((domain) => [domain, group] as const),
  ),
);
