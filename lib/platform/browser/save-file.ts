/** Time after which every browser has begun to read the file. */
const KEPT_MS = 60_000;

/** Saves a file as a download: the browser prompts as the reader set it, and no permission is needed. */
export function saveFile({ name, text, type }: { name: string; text: string; type: string }): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
}
