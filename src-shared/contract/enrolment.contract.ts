import { z } from 'zod';
import { idSchema, instantSchema, nameSchema, procedure, TEACHING } from './base.ts';

/** Views of a face asked for at enrolment; `front` is required, the others may be skipped. */
export const poseSchema = z.enum(['front', 'left', 'right', 'up', 'smile']);
export type Pose = z.infer<typeof poseSchema>;

export const consentSchema = z.object({
  id: idSchema,
  givenBy: z.string(),
  relation: z.enum(['student', 'parent', 'guardian']),
  method: z.enum(['paper', 'inPerson', 'electronic']),
  textVersion: z.string(),
  givenAt: instantSchema,
  recordedBy: z.string(),
  withdrawnAt: instantSchema.nullable(),
});
export type Consent = z.infer<typeof consentSchema>;

/** Vectors are unit length, of the dimension that the model id says. */
export const vectorSchema = z.instanceof(Float32Array);

export const templateSourceSchema = z.enum(['camera', 'file']);

/** What is known of a template without its vector; vectors leave main only in a gallery. */
export const templateInfoSchema = z.object({
  id: idSchema,
  modelId: z.string(),
  pose: poseSchema,
  quality: z.number().min(0).max(1),
  source: templateSourceSchema,
  createdAt: instantSchema,
});
export type TemplateInfo = z.infer<typeof templateInfoSchema>;

export const newTemplateSchema = z.object({
  pose: poseSchema,
  quality: z.number().min(0).max(1),
  source: templateSourceSchema,
  capturedAt: instantSchema,
  vector: vectorSchema,
});
export type NewTemplate = z.infer<typeof newTemplateSchema>;

export const duplicateFaceSchema = z.object({
  studentId: idSchema,
  fullName: z.string(),
  studentNumber: z.string(),
  className: z.string(),
  score: z.number(),
});

const alikeStudentSchema = duplicateFaceSchema.omit({ score: true });

/** Two students of whom recognition may take one for the other. */
export const lookAlikePairSchema = z.object({
  first: alikeStudentSchema,
  second: alikeStudentSchema,
  /** Cosine similarity of their nearest two templates. */
  score: z.number(),
  foundAt: instantSchema,
});
export type LookAlikePair = z.infer<typeof lookAlikePairSchema>;

export const enrolmentContract = {
  /** The consent text in force, to be read out or handed over before any picture is taken. */
  consentText: procedure
    .meta({ access: TEACHING })
    .output(z.object({ version: z.string(), text: z.string() })),
  consents: procedure
    .meta({ access: TEACHING })
    .input(z.object({ studentId: idSchema }))
    .output(z.array(consentSchema)),
  recordConsent: procedure
    .input(
      z.object({
        studentId: idSchema,
        givenBy: nameSchema,
        relation: consentSchema.shape.relation,
        method: consentSchema.shape.method,
        textVersion: z.string(),
      }),
    )
    .output(consentSchema),
  /** Ends the consent and erases every template of the student in the same transaction. */
  withdrawConsent: procedure
    .input(z.object({ studentId: idSchema }))
    .output(z.object({ templatesErased: z.number().int() })),
  templates: procedure
    .meta({ access: TEACHING })
    .input(z.object({ studentId: idSchema }))
    .output(z.array(templateInfoSchema)),
  /**
   * Replaces the student's templates by these. Refused without consent, without a front view from the camera,
   * with fewer than five templates from the camera, or when the face is already another student's;
   * an admin may override the last with a reason (twins).
   */
  save: procedure
    .input(
      z.object({
        studentId: idSchema,
        modelId: z.string(),
        templates: z.array(newTemplateSchema).min(1).max(40),
        duplicateOverride: z.object({ reason: z.string().trim().min(3).max(300) }).optional(),
      }),
    )
    .output(z.array(templateInfoSchema))
    .errors({
      NO_CONSENT: { message: 'Consent has not been recorded.' },
      DUPLICATE_FACE: {
        message: 'This face belongs to another student.',
        data: duplicateFaceSchema,
      },
      OTHER_MODEL: { message: 'These vectors come from another model.' },
    }),
  /** Whose face this is already, among students other than this one; null if nobody's. */
  findDuplicate: procedure
    .input(
      z.object({
        studentId: idSchema,
        modelId: z.string(),
        vectors: z.array(vectorSchema).min(1).max(40),
      }),
    )
    .output(duplicateFaceSchema.nullable())
    .errors({ OTHER_MODEL: { message: 'These vectors come from another model.' } }),
  /** The pairs that look alike, most alike first; those of one student when one is named. */
  lookAlikes: procedure.input(z.object({ studentId: idSchema.optional() })).output(
    z.object({
      pairs: z.array(lookAlikePairSchema),
      /** Students whose faces are still to be compared with the others. */
      pending: z.number().int(),
    }),
  ),
  erase: procedure
    .input(z.object({ studentId: idSchema }))
    .output(z.object({ templatesErased: z.number().int() })),
};
