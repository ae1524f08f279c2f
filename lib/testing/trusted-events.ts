/** Events in jsdom as a hand makes them: `dispatchEvent` there, as in browsers, makes none that is trusted. */

interface Impl {
  isTrusted: boolean;
  _dispatch(event: Impl): boolean;
}

function implOf(wrapper: object): Impl {
  const symbol = Object.getOwnPropertySymbols(wrapper).find(({ description }) => description === 'impl');
  return (wrapper as Record<symbol, Impl>)[symbol!]!;
}

export function dispatchTrusted(target: EventTarget, event: Event): void {
  const impl = implOf(event);
  impl.isTrusted = true;
  implOf(target)._dispatch(impl);
}

/** The control that is called so, by its label or its text, under an element. */
export function controlNamed(root: ParentNode, name: string): HTMLElement {
  const controls = [
    ...root.querySelectorAll<HTMLElement>('button, a, input, select, textarea, summary, label'),
  ];
  const named = controls.find((each) =>
    [each.getAttribute('aria-label'), each.textContent.trim()].includes(name),
  );
  if (!named) throw new Error(`No control is called ${name}.`);
  return named;
}

export const pressTrusted = (control: Element): void =>
  dispatchTrusted(control, new MouseEvent('click', { bubbles: true, cancelable: true }));

/** Types or chooses a value. */
export function enter(control: Element, value: string): void {
  (control as HTMLInputElement).value = value;
  const name = control.matches('select') ? 'change' : 'input';
  dispatchTrusted(control, new Event(name, { bubbles: true }));
}
