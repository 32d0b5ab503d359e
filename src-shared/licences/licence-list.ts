import { z } from 'zod';

export const shippedPackageSchema = z.object({
  name: z.string(),
  version: z.string(),
  /** An SPDX expression, such as MIT or (MIT OR CC0-1.0). */
  licence: z.string(),
  /** The licence as the package carries it. */
  text: z.string(),
  /** Model files of it that the app carries. */
  models: z.array(z.string()),
});
export type ShippedPackage = z.infer<typeof shippedPackageSchema>;

/** Everything of others that is in the app; made at build, by name. */
export const licenceListSchema = z.array(shippedPackageSchema);
