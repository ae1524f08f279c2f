/** Fingers on a page of Chromium, and what a screen reader is given of it. */
import { FRAME_MS } from './driver.ts';
import type { Channel } from './cdp.ts';

interface Point {
  x: number;
  y: number;
}

const touch = (channel: Channel, type: string, touchPoints: Point[]): Promise<unknown> =>
  channel.send('Input.dispatchTouchEvent', { type, touchPoints });

/** Down at the first point, over the others at the pace of a hand, and up. */
export async function swipeIn(channel: Channel, points: readonly Point[]): Promise<void> {
  await channel.send('Emulation.setTouchEmulationEnabled', { enabled: true });
  const [first, ...others] = points;
  await touch(channel, 'touchStart', [first!]);
  for (const point of others) {
    await new Promise((resolve) => setTimeout(resolve, FRAME_MS));
    await touch(channel, 'touchMove', [point]);
  }
  await touch(channel, 'touchEnd', []);
}

interface AxNode {
  ignored: boolean;
  role?: { value: string };
  name?: { value: string };
  properties?: { name: string; value: { value?: unknown } }[];
  nodeId: string;
  childIds?: string[];
}

const LEFT_OUT = ['none', 'generic', 'StaticText', 'InlineTextBox', 'RootWebArea', 'LineBreak'];

/** States that are told, where they hold. */
const STATES = ['focused', 'expanded', 'selected', 'checked', 'pressed', 'disabled', 'modal'];

function statesOf({ properties = [] }: AxNode): string {
  const held = properties.filter(
    ({ name, value }) => STATES.includes(name) && (value.value === true || value.value === 'true'),
  );
  return held.length === 0 ? '' : ` (${held.map(({ name }) => name).join(', ')})`;
}

/** Roles, names and states, indented as they lie in each other; texts and boxes without a meaning are left out. */
export async function accessibilityTree(channel: Channel): Promise<string[]> {
  const { nodes } = (await channel.send('Accessibility.getFullAXTree', {})) as { nodes: AxNode[] };
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const lines: string[] = [];
  const walk = (id: string, depth: number): void => {
    const node = byId.get(id);
    if (!node) return;
    const role = node.role?.value ?? '';
    const isSaid = !node.ignored && !LEFT_OUT.includes(role);
    if (isSaid) {
      const line = `${'  '.repeat(depth)}${role} ${node.name?.value ?? ''}`.trimEnd();
      lines.push(line + statesOf(node));
    }
    for (const child of node.childIds ?? []) walk(child, isSaid ? depth + 1 : depth);
  };
  walk(nodes[0]!.nodeId, 0);
  return lines;
}
