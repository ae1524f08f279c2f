/** A shortcut as the browser names it (`Alt+Shift+G`, `⌥⇧G`), each key on its own. */
export function Keys({ shortcut }: { shortcut: string }) {
  const keys = shortcut.includes('+') ? shortcut.split('+') : [...shortcut];
  return (
    <span class="keys">
      {keys.map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </span>
  );
}
