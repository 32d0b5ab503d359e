import { z } from 'zod';
import { idSchema } from './base.ts';

const codeSchema = z.string().max(8).nullable();

/** From which status a mark is set back, and to which it had before; null: no mark. */
export const setBackSchema = z.object({ studentId: idSchema, from: codeSchema, to: codeSchema });
export type SetBack = z.infer<typeof setBackSchema>;
