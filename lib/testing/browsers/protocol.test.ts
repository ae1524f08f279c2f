import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chromiumKeys, parseShortcut, webDriverKeys, webDriverText } from './keys.ts';
import { createPacketReader, packetOf } from './marionette.ts';
import { packXpi } from './pack-xpi.ts';

describe('shortcuts', () => {
  it.each([
    ['Enter', [], 'Enter'],
    ['Shift+Tab', ['Shift'], 'Tab'],
    ['Alt+Shift+G', ['Alt', 'Shift'], 'G'],
    ['Ctrl+Enter', ['Control'], 'Enter'],
    ['⌥⇧G', ['Alt', 'Shift'], 'G'],
    ['+', [], '+'],
  ])('%s', (written, modifiers, key) => {
    expect(parseShortcut(written)).toEqual({ modifiers, key });
  });

  it('names a modifier that it does not know', () => {
    expect(() => parseShortcut('Hyper+G')).toThrow('Hyper is not known');
  });

  it('gives Chromium the code that shortcuts of extensions need, and text only where one types', () => {
    const [down, up] = chromiumKeys(parseShortcut('Alt+Shift+G'));
    expect(down).toMatchObject({ type: 'rawKeyDown', modifiers: 9, code: 'KeyG', nativeVirtualKeyCode: 71 });
    expect(up).toMatchObject({ type: 'keyUp', modifiers: 9 });
    expect(chromiumKeys(parseShortcut('a'))[0]).toMatchObject({ type: 'keyDown', text: 'a', key: 'a' });
    expect(chromiumKeys(parseShortcut('Shift+a'))[0]).toMatchObject({ text: 'A', key: 'A', modifiers: 8 });
    expect(() => chromiumKeys(parseShortcut('F13'))).toThrow('F13');
  });

  it('presses and releases in mirror order in Firefox', () => {
    expect(webDriverKeys(parseShortcut('Alt+G'))).toEqual([
      { type: 'keyDown', value: '\uE00A' },
      { type: 'keyDown', value: 'g' },
      { type: 'keyUp', value: 'g' },
      { type: 'keyUp', value: '\uE00A' },
    ]);
    expect(webDriverText('户a').map(({ value }) => value)).toEqual(['户', '户', 'a', 'a']);
  });
});

describe('Marionette packets', () => {
  it('arrive whole, however the stream was cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 6 }),
        fc.integer({ min: 1, max: 9 }),
        (contents, size) => {
          const stream = Buffer.from(contents.map(packetOf).join(''), 'utf8');
          const seen: unknown[] = [];
          const read = createPacketReader((packet) => seen.push(packet));
          for (let at = 0; at < stream.length; at += size) read(stream.subarray(at, at + size));
          expect(seen).toEqual(contents);
        },
      ),
    );
  });
});

describe('the archive for Firefox', () => {
  it('is the same for the same files, and says truly where each lies', () => {
    const room = mkdtempSync(join(tmpdir(), 'manicule-pack-'));
    try {
      const folder = join(room, 'addon');
      mkdirSync(join(folder, 'icon'), { recursive: true });
      writeFileSync(join(folder, 'manifest.json'), '{}');
      writeFileSync(join(folder, 'icon/户.txt'), 'drawn');
      const bytes = readFileSync(packXpi(folder, join(room, 'a.xpi')));
      expect(readFileSync(packXpi(folder, join(room, 'b.xpi'))).equals(bytes)).toBe(true);
      const end = bytes.length - 22;
      expect(bytes.readUInt32LE(end)).toBe(0x06054b50);
      expect(bytes.readUInt16LE(end + 10)).toBe(2);
      const files: Record<string, string> = {};
      for (let at = bytes.readUInt32LE(end + 16); at < end;) {
        expect(bytes.readUInt32LE(at)).toBe(0x02014b50);
        const nameLength = bytes.readUInt16LE(at + 28);
        const local = bytes.readUInt32LE(at + 42);
        const content = local + 30 + bytes.readUInt16LE(local + 26);
        const name = bytes.subarray(at + 46, at + 46 + nameLength).toString();
        files[name] = bytes.subarray(content, content + bytes.readUInt32LE(at + 24)).toString();
        at += 46 + nameLength;
      }
      expect(files).toEqual({ 'icon/户.txt': 'drawn', 'manifest.json': '{}' });
    } finally {
      rmSync(room, { recursive: true, force: true });
    }
  });
});
