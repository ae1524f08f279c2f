/** News that the list of drafts changed, from the background to our own pages. */
export interface DraftsChannel {
  tell(): void;
  listen(onChange: () => void): void;
}

export function createDraftsChannel(
  channel: BroadcastChannel = new BroadcastChannel('manicule-drafts'),
): DraftsChannel {
  return {
    tell: () => channel.postMessage(null),
    listen: (onChange) => channel.addEventListener('message', onChange),
  };
}
