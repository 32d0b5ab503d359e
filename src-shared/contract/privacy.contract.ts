import { z } from 'zod';
import { idSchema, procedure } from './base.ts';

/** What stays behind after an erasure, for whoever has to answer for it. */
export const erasureSchema = z.object({
  templatesErased: z.number().int(),
  /** Reasons typed with the student's marks: they are part of the log and cannot be changed. */
  reasonsKept: z.number().int(),
  /** Backups made before, which still hold the student, encrypted. */
  backups: z.number().int(),
});
export type Erasure = z.infer<typeof erasureSchema>;

export const privacyContract = {
  /**
   * Erases who a student was, for good: faces, name, number, address and every note about the
   * student. Marks stay, under "Erased student". The number is typed once more to be sure.
   */
  eraseStudent: procedure
    .input(
      z.object({
        studentId: idSchema,
        studentNumber: z.string().trim().max(40),
        reason: z.string().trim().min(3).max(300),
      }),
    )
    .output(erasureSchema),
};
