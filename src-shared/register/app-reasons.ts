import { fill, type Words } from '../words/words.ts';

/**
 * What the app itself gives as a reason in the log, which is never changed: the same in every
 * language, and put into words where it is read. Nothing but words hangs on them, save in events
 * that were written before there was an `EventCause`.
 */
export const APP_REASONS = {
  /** Sets a mark aside; it is nobody's correction. */
  notInClass: 'Not in the class on that day',
  discarded: (reason: string) => `Did not take place: ${reason}`,
  /** Gives a student the mark of the guest who they were; it corrects nobody. */
  wasGuest: 'Was noted as a guest',
  /** Undoes another event; the camera may mark that student as before. */
  undone: 'Undone',
  /** @param reason of that line of the list, or '' */
  imported: (file: string, reason: string) =>
    reason === '' ? `Import ${file}` : `Import ${file}: ${reason}`,
  importTakenBack: (file: string) => `Import ${file} taken back`,
} as const;

type Reasons = Words['sheets']['reasons'];

/** Those with something of the moment in them; the first that fits. */
const PATTERNS: readonly { pattern: RegExp; words: keyof Reasons }[] = [
  { pattern: /^Did not take place: (?<reason>.*)$/s, words: 'discarded' },
  { pattern: /^Import (?<file>.+) taken back$/, words: 'importTakenBack' },
  { pattern: /^Import (?<file>.+)$/, words: 'imported' },
];

/** A reason as people read it: the app's own in their language, what somebody wrote as it is. */
export function reasonIn({ reasons }: Words['sheets'], reason: string): string {
  if (reason === APP_REASONS.notInClass) return reasons.notInClass;
  if (reason === APP_REASONS.wasGuest) return reasons.wasGuest;
  if (reason === APP_REASONS.undone) return reasons.undone;
  for (const { pattern, words } of PATTERNS) {
    const parts = pattern.exec(reason)?.groups;
    if (parts) return fill(reasons[words], parts);
  }
  return reason;
}
