import {
  type Status,
  type StatusRole,
  statusInRole,
  statusRoleSchema,
} from '../contract/status.ts';

/** What a status of a list means: a code of the school's, nothing at all, or it is not known. */
export type StatusMeant =
  | { kind: 'code'; code: string }
  | { kind: 'nothing' }
  | { kind: 'unknown' };

/** What lists write, in English and Hindi, where it is neither a code nor a label of the school. */
const ROLE_WORDS: Readonly<Record<StatusRole, readonly string[]>> = {
  present: [
    ...['p', 'pr', 'present', 'yes', 'y', '1', 'true', '✓', '✔', 'attended', 'here'],
    ...['upasthit', 'hazir', 'haajir', 'उपस्थित', 'हाज़िर', 'हाजिर', 'उ'],
  ],
  late: ['l', 'lt', 'late', 'tardy', 'der', 'deri', 'देर', 'देरी', 'विलंब', 'विलम्ब', 'देर से'],
  absent: [
    ...['a', 'ab', 'abs', 'absent', 'no', 'n', '0', 'false', '✗', '✘', 'anupasthit', 'gairhazir'],
    ...['अनुपस्थित', 'ग़ैरहाज़िर', 'गैरहाजिर', 'अ'],
  ],
  excused: [
    ...['e', 'ex', 'exc', 'excused', 'leave', 'on leave', 'lv', 'sick', 'medical', 'ml', 'cl'],
    ...['chhutti', 'avkash', 'छुट्टी', 'अवकाश', 'क्षमा', 'बीमार'],
  ],
};

/** Cells that say that nobody has marked; `?` is what this app's own sheets write. */
const NOTHING: ReadonlySet<string> = new Set(['?', '-', '–', '—', '.', 'n/a', 'na', 'nil']);

/** Equal for texts that mean the same status: case, form and blanks apart. */
export function statusKey(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
}

/** What a text means by the school's codes, then its labels, then what lists commonly write. */
export function matchStatus(text: string, statuses: readonly Status[]): StatusMeant {
  const key = statusKey(text);
  const named =
    statuses.find(({ code }) => statusKey(code) === key) ??
    statuses.find(({ label }) => statusKey(label) === key);
  if (named) return { kind: 'code', code: named.code };
  if (NOTHING.has(key)) return { kind: 'nothing' };
  const role = statusRoleSchema.options.find((one) => ROLE_WORDS[one].map(statusKey).includes(key));
  return role ? { kind: 'code', code: statusInRole(statuses, role).code } : { kind: 'unknown' };
}
