/** The Backup section of the options page. */
export function BackupSlot() {
  return null;
}
