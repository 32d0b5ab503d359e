import { z } from 'zod';
import { idSchema, procedure } from './base.ts';
import { gallerySchema } from './gallery.ts';

export const selfTestContract = {
  /**
   * The templates of a class, as a session with it would match against, so that a school can
   * measure recognition for itself. A class without templates has an empty gallery.
   */
  gallery: procedure.input(z.object({ classId: idSchema })).output(gallerySchema),
};
