import { latinDigits } from './read-time.ts';

const DAY =
  /^(\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./](?:\d{4}|\d{2})|\d{1,2}(?:st|nd|rd|th)?[\s./-]*[a-z]{3,9}[\s.,/-]*(?:\d{4}|\d{2}))(?=$|[\s,t])/i;
const TIME =
  /^(\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s*[ap]\.?m\.?)?|\d{1,2}\s*[ap]\.?m\.?)(?=$|[\s,])/i;
const BETWEEN = /^(?:[\s,]+|t(?=\d))/i;

/** The parts of a text such as 2026-03-02 09:00 Maths, each as it stands there; '' for none. */
export interface DayAndTime {
  day: string;
  time: string;
  rest: string;
}

/** A text that begins with a date, in its parts; null for any other. */
export function splitDayAndTime(text: string): DayAndTime | null {
  const typed = latinDigits(text).trim();
  const day = DAY.exec(typed)?.[1];
  if (day === undefined) return null;
  const after = typed.slice(day.length).replace(BETWEEN, '');
  const time = TIME.exec(after)?.[1] ?? '';
  return { day, time, rest: after.slice(time.length).replace(BETWEEN, '').trim() };
}
