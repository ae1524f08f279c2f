/** Firefox's own remote protocol, Marionette: `<bytes>:<JSON>` over a socket, first a greeting, then answers by number. */
import { connect, type Socket } from 'node:net';
import { until } from '../until.ts';

export interface Marionette {
  /** A command of the protocol. Rejects with Firefox's words. */
  send(name: string, params?: object): Promise<unknown>;
  close(): void;
}

type Answer = [type: 1, id: number, error: { error: string; message: string } | null, result: unknown];

/** Cuts a stream into packets. */
export function createPacketReader(receive: (packet: unknown) => void): (chunk: Buffer) => void {
  let rest = Buffer.alloc(0);
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    for (;;) {
      const colon = rest.indexOf(':');
      if (colon < 0) return;
      const end = colon + 1 + Number(rest.subarray(0, colon).toString());
      if (rest.length < end) return;
      const packet = rest.subarray(colon + 1, end).toString();
      rest = rest.subarray(end);
      receive(JSON.parse(packet));
    }
  };
}

export const packetOf = (content: unknown): string => {
  const text = JSON.stringify(content);
  return `${Buffer.byteLength(text)}:${text}`;
};

/** Connects as soon as Firefox listens. Rejects when it never does. */
export async function connectMarionette(port: number, isRunning: () => boolean): Promise<Marionette> {
  const socket = await until(
    () => {
      if (!isRunning()) throw new Error('Firefox has ended.');
      return openSocket(port);
    },
    { timeoutMs: 60_000, what: 'Firefox to start' },
  );
  const waiting = new Map<number, { resolve: (result: unknown) => void; reject: (error: Error) => void }>();
  let count = 0;
  let greeted!: () => void;
  const greeting = new Promise<void>((resolve) => (greeted = resolve));

  socket.on(
    'data',
    createPacketReader((packet) => {
      if (!Array.isArray(packet)) {
        greeted();
        return;
      }
      const [, id, error, result] = packet as Answer;
      const command = waiting.get(id);
      waiting.delete(id);
      if (error) command?.reject(new Error(`${error.error}: ${error.message}`));
      else command?.resolve(result);
    }),
  );
  socket.on('error', () => undefined);
  socket.on('close', () => {
    for (const { reject } of waiting.values()) reject(new Error('Firefox has ended.'));
    waiting.clear();
  });
  await greeting;

  return {
    send(name, params = {}) {
      const id = ++count;
      return new Promise((resolve, reject) => {
        if (socket.destroyed) {
          reject(new Error('Firefox has ended.'));
          return;
        }
        waiting.set(id, { resolve, reject });
        socket.write(packetOf([0, id, name, params]));
      });
    },
    close: () => socket.destroy(),
  };
}

const openSocket = (port: number): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(socket));
    socket.once('error', reject);
  });
