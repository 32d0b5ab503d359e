import { z } from 'zod';

const emailSchema = z.email().max(254);

/** The address in it, also behind `mailto:`; null when it is none. */
export function emailOf(text: string): string | null {
  const typed = text.replace(/^mailto:/i, '').trim();
  return emailSchema.safeParse(typed).success ? typed : null;
}
