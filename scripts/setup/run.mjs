/** Starts programs and waits for them. */
import { spawn } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';
import { ROOT, findNode } from './node.mjs';

/**
 * Runs a program in the project's folder and passes it our input, output and signals.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ quiet?: boolean, env?: Record<string, string> }} options quiet: output is collected and given back.
 * @returns {Promise<{ code: number, output: string }>} code: 128 and the signal's number where a signal ended it.
 */
export function run(program, args, { quiet = false, env = {} } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: ROOT,
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      env: { ...process.env, ...env },
      // npm and npx are batch files there.
      shell: process.platform === 'win32' && /\.cmd$/.test(program),
    });
    const chunks = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => chunks.push(chunk));
    const pass = (signal) => child.kill(signal);
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, pass);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      for (const name of signals) process.off(name, pass);
      resolve({
        code: code ?? (signal === 'SIGINT' ? 130 : 143),
        output: Buffer.concat(chunks).toString('utf8'),
      });
    });
  });
}

/** An environment in which the right Node and the project's own programs come first. */
export function projectEnv() {
  const first = [dirname(findNode()), join(ROOT, 'node_modules/.bin')];
  // On Windows the variable may be called Path.
  const name = Object.keys(process.env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  return { [name]: [...first, process.env[name] ?? ''].join(delimiter) };
}
