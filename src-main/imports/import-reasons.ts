/** What the events of an import say of themselves. */
export const IMPORT_REASON = {
  written: (file: string, reason: string) =>
    reason === '' ? `Import ${file}` : `Import ${file}: ${reason}`,
  takenBack: (file: string) => `Import ${file} taken back`,
} as const;
