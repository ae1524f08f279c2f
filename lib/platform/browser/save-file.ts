/** Long enough for any browser to have begun with the file. */
const KEPT_MS = 60_000;

/** Through the browser's own saving of a file: it asks or not, as the reader set it, and we need no permission. */
export function saveFile({ name, text, type }: { name: string; text: string; type: string }): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
}
