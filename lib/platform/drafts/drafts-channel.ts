/** News that the list of drafts changed, from the background to our own pages. */
export interface DraftsSignal {
  tell(): void;
  listen(onChange: () => void): void;
}

export function createDraftsSignal(
  channel: BroadcastChannel = new BroadcastChannel('manicule-drafts'),
): DraftsSignal {
  return {
    tell: () => channel.postMessage(null),
    listen: (onChange) => channel.addEventListener('message', onChange),
  };
}
