declare module 'dom-anchor-text-quote' {
  interface Position {
    start: number;
    end: number;
  }
  interface Quote {
    exact: string;
    prefix?: string;
    suffix?: string;
  }
  export function fromTextPosition(root: Node, position: Position): Quote;
  export function toTextPosition(root: Node, quote: Quote, options?: { hint?: number }): Position | null;
}
