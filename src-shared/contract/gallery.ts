import { z } from 'zod';
import { idSchema } from './base.ts';
import { vectorSchema } from './enrolment.contract.ts';

/** The templates the worker matches against: row i of `vectors` belongs to `studentIds[i]`. */
export const gallerySchema = z.object({
  modelId: z.string(),
  dimension: z.number().int().positive(),
  studentIds: z.array(idSchema),
  /** All templates end to end, `studentIds.length * dimension` values. */
  vectors: vectorSchema,
  /** Pairs of these students who look alike. */
  lookAlikes: z.array(z.tuple([idSchema, idSchema])),
});
export type GalleryData = z.infer<typeof gallerySchema>;

/** Some students of a gallery: those from `next` on are in another part, none when it is null. */
export const galleryPartSchema = gallerySchema.extend({ next: idSchema.nullable() });
export type GalleryPart = z.infer<typeof galleryPartSchema>;
