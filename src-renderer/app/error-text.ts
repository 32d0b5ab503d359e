import i18next from 'i18next';
import { daySchema } from '#shared/contract/base.ts';
import { type ErrorCode, errorCode, errorData } from './error-code.ts';
import { formatCalendarDay, formatClock, formatWait, formatWeekday } from './format.ts';

/** What happened, and what to do about it. */
export interface ErrorText {
  title: string;
  advice: string;
}

const KNOWN: Record<ErrorCode, true> = {
  UNAUTHENTICATED: true,
  FORBIDDEN: true,
  NOT_YOUR_CLASS: true,
  NOT_OWN_REGISTER: true,
  CORRECTION_OVER: true,
  LOCKED: true,
  PASSWORD_DUE: true,
  NOT_FOUND: true,
  CONFLICT: true,
  INVALID: true,
  NOT_READY: true,
  STORAGE_FULL: true,
  STORAGE_READ_ONLY: true,
  STORAGE_GONE: true,
  STORAGE_BUSY: true,
  WRONG_CREDENTIALS: true,
  LOCKED_OUT: true,
  LAST_ADMIN: true,
  WRONG_PASSPHRASE: true,
  NO_CONSENT: true,
  DUPLICATE_FACE: true,
  OTHER_MODEL: true,
  SESSION_OPEN: true,
  EMPTY_CLASS: true,
  CLASH: true,
  LESSON_IN_USE: true,
  LESSON_TAKEN: true,
  NOT_TODAY: true,
  OVERLAP: true,
  SESSION_DISCARDED: true,
  SESSION_ENDED: true,
  NOT_ON_ROSTER: true,
  REASON_REQUIRED: true,
  NOTHING_TO_EXPORT: true,
  FILE_IN_USE: true,
  FOLDER_NOT_WRITABLE: true,
  BACKUP_FOLDER_GONE: true,
  BACKUP_FOLDER_NOT_WRITABLE: true,
  BACKUP_UNUSABLE: true,
  UNREADABLE_FILE: true,
  BAD_REQUEST: true,
  INTERNAL_SERVER_ERROR: true,
  CONNECTION_LOST: true,
};

function isKnown(code: string): code is ErrorCode {
  return Object.hasOwn(KNOWN, code);
}

interface Words {
  what?: string;
  why?: string;
  wait?: string;
  [key: string]: string | undefined;
}

function isDay(value: string): boolean {
  return daySchema.safeParse(value).success;
}

/** The values that the words may name, such as the clashing name or the time to wait. */
function wordsOf(error: unknown): Words {
  const data = errorData(error);
  const words: Words = {};
  for (const [key, value] of Object.entries(data)) {
    if (typeof value === 'string') words[key] = isDay(value) ? formatCalendarDay(value) : value;
    if (typeof value === 'number') words[key] = String(value);
  }
  const { retryAfterMs } = data;
  const { weekday, startsAt, endsAt } = data;
  if (typeof weekday === 'number') words.weekday = formatWeekday(weekday);
  if (typeof startsAt === 'number') words.startsAt = formatClock(startsAt);
  if (typeof endsAt === 'number') words.endsAt = formatClock(endsAt);
  if (typeof retryAfterMs === 'number' && retryAfterMs > 0) words.wait = formatWait(retryAfterMs);
  return words;
}

/** The variant of the words for what is known: what clashes, why it is refused, whether to wait. */
function contextOf(code: ErrorCode, words: Words): string | undefined {
  if (code === 'CONFLICT' || code === 'CLASH') return words.what;
  if (code === 'INVALID' || code === 'BACKUP_UNUSABLE' || code === 'UNREADABLE_FILE') {
    return words.why;
  }
  return code === 'WRONG_PASSPHRASE' && words.wait ? 'wait' : undefined;
}

/** The one place that turns an error into words for people. */
export function errorText(error: unknown): ErrorText {
  const raised = errorCode(error) ?? 'CONNECTION_LOST';
  const code = isKnown(raised) ? raised : 'INTERNAL_SERVER_ERROR';
  const words = wordsOf(error);
  const context = contextOf(code, words);
  return {
    title: i18next.t(`errors:${code}.title`, { ...words, context }),
    advice: i18next.t(`errors:${code}.advice`, { ...words, context }),
  };
}
