/** Styles that a page or another extension may set on every element, the card's among them. */
export function undress(): void {
  const sheet = document.createElement('style');
  sheet.textContent = `
    * { --paper: #f0f; --ink: #f0f; --zoom: .15; }
    [data-margin-card], html > * { all: unset !important; display: none !important; filter: invert(1) !important; opacity: 0 !important; transform: scale(.1) !important; }
    body { display: block !important; opacity: 1 !important; transform: none !important; }
    [data-margin-card]::before, [data-margin-card]::after { content: 'X' !important; display: block !important; height: 500px !important; }
    *::backdrop { background: #f0f !important; }
    :root { --zoom: .15 !important; --paper: #f0f !important; --ink: #f0f !important; --sans: cursive !important; }`;
  document.head.append(sheet);
  const darken = (element: Element): void => {
    if (!element.hasAttribute('data-margin-card')) return;
    element.setAttribute(
      'style',
      'display: none !important; filter: invert(1) !important; --paper: #f0f !important',
    );
    element.setAttribute('data-darkened', '');
  };
  new MutationObserver((records) => {
    for (const { addedNodes } of records) {
      for (const node of addedNodes) if (node instanceof Element) darken(node);
    }
  }).observe(document.documentElement, { childList: true, subtree: true });
}
