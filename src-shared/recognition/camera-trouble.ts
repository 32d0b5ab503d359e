import { z } from 'zod';

/** What can be wrong with the picture as a whole. */
export const cameraTroubleSchema = z.enum([
  'covered',
  'dark',
  'overexposed',
  'blurred',
  'frozen',
  'unplugged',
]);
export type CameraTrouble = z.infer<typeof cameraTroubleSchema>;
