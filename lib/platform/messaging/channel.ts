/** Messages between the background and the extension's own pages; content scripts live in another origin and hear none. */
export interface Channel<T> {
  notify(message: T): void;
  /** Returns a function that stops listening. A channel does not hear its own messages. */
  listen(onMessage: (message: T) => void): () => void;
  close(): void;
}

/** @param parse undefined for data to pass over, as from an older version that is still open. */
export function createChannel<T>(name: string, parse: (data: unknown) => T | undefined): Channel<T> {
  const channel = new BroadcastChannel(name);
  return {
    notify: (message) => channel.postMessage(message),
    listen(onMessage) {
      const listener = ({ data }: MessageEvent): void => {
        const message = parse(data);
        if (message !== undefined) onMessage(message);
      };
      channel.addEventListener('message', listener);
      return () => channel.removeEventListener('message', listener);
    },
    close: () => channel.close(),
  };
}
