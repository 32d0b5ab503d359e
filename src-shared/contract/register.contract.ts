import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { livenessEvidenceSchema, livenessPolicySchema } from '../liveness/evidence.ts';
import { cameraTroubleSchema } from '../recognition/camera-trouble.ts';
import { activitySchema } from './activity.contract.ts';
import { dayRangeSchema, idSchema, instantSchema, procedure, STAFF, TEACHING } from './base.ts';
import { vectorSchema } from './enrolment.contract.ts';
import { galleryPartSchema } from './gallery.ts';
import { sessionErrors } from './session-errors.ts';
import { statusSchema } from './status.ts';
import { takenLatelySchema } from './taken-lately.ts';
import { setBackSchema } from './undo-marks.ts';

export type { Meaning, Status } from './status.ts';

export const methodSchema = z.enum(['face', 'qr', 'manual', 'import', 'rule']);
/**
 * How a mark was made; `rule` is the app itself: it marks those not seen absent at closing, and
 * those known beforehand to be away excused at the start.
 */
export type Method = z.infer<typeof methodSchema>;

export const rosterEntrySchema = z.object({
  studentId: idSchema,
  studentNumber: z.string(),
  fullName: z.string(),
  /** Whether a face of the current model can be matched in this session. */
  matchable: z.boolean(),
  /** The status in force, from the fold over the events; null while nobody has marked. */
  mark: z
    .object({
      code: z.string(),
      method: methodSchema,
      at: instantSchema,
      score: z.number().nullable(),
      /** Why the student is known to be away, or a closed register was changed. */
      reason: z.string().nullable(),
      eventId: idSchema,
    })
    .nullable(),
  /** True while recognition could not decide between this student and another. */
  unsure: z.boolean(),
  /**
   * When the camera saw this student, whom somebody had marked away before; null where it did not,
   * and once somebody has said what is true.
   */
  seenAt: instantSchema.nullable(),
});
export type RosterEntry = z.infer<typeof rosterEntrySchema>;

export const sessionSchema = z.object({
  id: idSchema,
  classId: idSchema,
  className: z.string(),
  subjectId: idSchema,
  subjectName: z.string(),
  teacherName: z.string(),
  startedAt: instantSchema,
  endedAt: instantSchema.nullable(),
  livenessPolicy: livenessPolicySchema,
  lateAfterMinutes: z.number().int().nullable(),
  /** The lesson of the timetable that this was; null for any other. */
  lessonId: idSchema.nullable(),
  /** When that lesson was to begin, which is what late counts from; null: from `startedAt`. */
  scheduledAt: instantSchema.nullable(),
  /** Where it did not take place: since when, by whom and why it is out of count. */
  discarded: z
    .object({ at: instantSchema, by: z.string(), byId: idSchema, reason: z.string() })
    .nullable(),
});
export type Session = z.infer<typeof sessionSchema>;

/** Whether whoever asks may change a session, or why not. */
export const changeRightSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('allowed') }),
  /** Somebody else's, and nobody has made the asker a substitute. */
  z.object({ kind: z.literal('notOwn'), teacherName: z.string() }),
  /** Closed more than so many days ago. */
  z.object({ kind: z.literal('over'), days: z.number().int() }),
  /** It did not take place; that has to be taken back first. */
  z.object({ kind: z.literal('discarded') }),
]);
export type ChangeRight = z.infer<typeof changeRightSchema>;

export const sessionDetailSchema = sessionSchema.extend({
  change: changeRightSchema,
  roster: z.array(rosterEntrySchema),
  /** On the roster when it started, but not in the class that day by the dates entered since. */
  notInClass: z.array(
    z.object({ studentId: idSchema, studentNumber: z.string(), fullName: z.string() }),
  ),
  statuses: z.array(statusSchema),
});
export type SessionDetail = z.infer<typeof sessionDetailSchema>;

/** A face the worker believes it knows. The main process matches `probe` again and decides. */
export const faceProposalSchema = z.object({
  sessionId: idSchema,
  /** The worker's number for one continuous face. */
  trackId: z.number().int(),
  modelId: z.string(),
  /** The track's pooled vector, unit length. */
  probe: vectorSchema,
  /** Frames that voted for the leading student, and frames described. */
  votes: z.number().int().nonnegative(),
  described: z.number().int().positive(),
  /** Mean quality of those frames. */
  quality: z.number().min(0).max(1),
  evidence: livenessEvidenceSchema,
  capturedAt: instantSchema,
});
export type FaceProposal = z.infer<typeof faceProposalSchema>;

/** Why a proposal was not written. Each has plain words on the screen. */
export const refusalSchema = z.enum([
  'unknownFace',
  'notLive',
  'suspectedPhoto',
  'noConsent',
  'coolDown',
  'tooFewVotes',
  /** Somebody took this student's mark back by hand; only a hand marks the student again. */
  'takenBack',
]);
export type Refusal = z.infer<typeof refusalSchema>;

export const proposalVerdictSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('marked'), studentId: idSchema, entry: rosterEntrySchema }),
  z.object({ kind: z.literal('alreadyMarked'), studentId: idSchema }),
  /** Marked away by somebody, whom the camera does not overrule, and yet here. */
  z.object({ kind: z.literal('seenThoughAway'), studentId: idSchema, entry: rosterEntrySchema }),
  z.object({ kind: z.literal('unsure'), candidates: z.array(idSchema).min(1) }),
  /** Somebody of another class: known, where the whole school is compared with, and not marked. */
  z.object({
    kind: z.literal('otherClass'),
    studentId: idSchema,
    fullName: z.string(),
    className: z.string(),
  }),
  z.object({ kind: z.literal('refused'), why: refusalSchema, studentId: idSchema.nullable() }),
]);
export type ProposalVerdict = z.infer<typeof proposalVerdictSchema>;

/** Something the camera saw that is no mark; stored in the activity feed. */
export const observationSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('cameraTrouble'), trouble: cameraTroubleSchema }),
  z.object({ kind: z.literal('cameraBack') }),
]);

export const liveUpdateSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('entry'), entry: rosterEntrySchema }),
  z.object({ kind: z.literal('activity'), activity: activitySchema }),
  /** The faces to compare with have changed: the gallery is to be fetched anew. */
  z.object({ kind: z.literal('gallery') }),
  z.object({ kind: z.literal('ended'), endedAt: instantSchema }),
]);
export type LiveUpdate = z.infer<typeof liveUpdateSchema>;

export const sessionSummarySchema = sessionSchema.extend({
  counts: z.object({
    /** Those late included. */
    present: z.number().int(),
    late: z.number().int(),
    absent: z.number().int(),
    ignored: z.number().int(),
    unmarked: z.number().int(),
    /** Students whose mark was changed or taken back after the register had been closed. */
    corrected: z.number().int(),
  }),
});
export type SessionSummary = z.infer<typeof sessionSummarySchema>;

/** One event of a cell's history, oldest first. */
export const historyEventSchema = z.object({
  id: idSchema,
  kind: z.enum(['mark', 'amend', 'void']),
  code: z.string().nullable(),
  method: methodSchema,
  score: z.number().nullable(),
  capturedAt: instantSchema,
  timeInDoubt: z.boolean(),
  actor: z.string(),
  reason: z.string().nullable(),
});

/** How one student stands in one register. */
export const studentHistoryEntrySchema = z.object({
  sessionId: idSchema,
  startedAt: instantSchema,
  className: z.string(),
  subjectName: z.string(),
  teacherName: z.string(),
  /** The status in force; null, as are `method` and `at`, where nobody has marked. */
  code: z.string().nullable(),
  method: methodSchema.nullable(),
  at: instantSchema.nullable(),
  /** As that of a roster’s mark. */
  reason: z.string().nullable(),
  /** Whether it counts: not where the register did not take place or the student was elsewhere. */
  standing: z.enum(['counts', 'discarded', 'notInClass']),
  /** How often the mark was changed or taken back after the register had been closed. */
  correctedTimes: z.number().int().nonnegative(),
});
export type StudentHistoryEntry = z.infer<typeof studentHistoryEntrySchema>;

export const studentHistorySchema = z.object({
  /** Every status the school has had, in its order: old marks keep their meaning. */
  statuses: z.array(statusSchema),
  entries: z.array(studentHistoryEntrySchema),
});
export type StudentHistory = z.infer<typeof studentHistorySchema>;

export const registerContract = {
  start: procedure
    .meta({ access: TEACHING })
    .input(
      z.object({
        classId: idSchema,
        subjectId: idSchema,
        /** The lesson that the timetable names for today. */
        lessonId: idSchema.optional(),
      }),
    )
    .output(sessionDetailSchema)
    .errors({
      SESSION_OPEN: {
        message: 'This class already has an open session.',
        data: z.object({ sessionId: idSchema }),
      },
      NOT_OWN_REGISTER: sessionErrors.NOT_OWN_REGISTER,
      CORRECTION_OVER: sessionErrors.CORRECTION_OVER,
      LESSON_TAKEN: {
        message: 'The register of this lesson was taken.',
        data: z.object({ sessionId: idSchema }),
      },
      NOT_TODAY: { message: 'The timetable does not name this lesson for today.' },
      EMPTY_CLASS: { message: 'This class has no students.' },
    }),
  /** A closed register that may be the same lesson's, so that none is taken twice by mistake. */
  takenLately: procedure
    .meta({ access: TEACHING })
    .input(z.object({ classId: idSchema, subjectId: idSchema, lessonId: idSchema.optional() }))
    .output(takenLatelySchema.nullable()),
  /** Sessions still open, newest first; after a crash this is where the teacher goes on. */
  open: procedure.meta({ access: TEACHING }).output(z.array(sessionSchema)),
  get: procedure
    .meta({ access: STAFF })
    .input(z.object({ sessionId: idSchema }))
    .output(sessionDetailSchema),
  list: procedure
    .meta({ access: STAFF })
    .input(z.object({ classId: idSchema.optional(), range: dayRangeSchema }))
    .output(z.array(sessionSummarySchema)),
  /** The faces to compare with, a part at a time, from the first student on unless told otherwise. */
  gallery: procedure
    .meta({ access: TEACHING })
    .input(z.object({ sessionId: idSchema, from: idSchema.optional() }))
    .output(galleryPartSchema)
    .errors(sessionErrors),
  /** Decide on a face. Whatever `marked` says is on disk before the answer leaves. */
  propose: procedure
    .meta({ access: TEACHING, whileLocked: true })
    .input(faceProposalSchema)
    .output(proposalVerdictSchema)
    .errors({
      ...sessionErrors,
      OTHER_MODEL: { message: 'This vector comes from another model.' },
    }),
  observe: procedure
    .meta({ access: TEACHING, whileLocked: true })
    .input(z.object({ sessionId: idSchema, observation: observationSchema }))
    .errors(sessionErrors),
  /** A face in doubt was the face of none of these students; nor has the camera seen them. */
  dismissDoubt: procedure
    .meta({ access: TEACHING })
    .input(z.object({ sessionId: idSchema, studentIds: z.array(idSchema).min(1).max(20) }))
    .errors(sessionErrors),
  /** Takes back what was said of a face: whether it was one of these is asked again. */
  askAgain: procedure
    .meta({ access: TEACHING })
    .input(z.object({ sessionId: idSchema, studentIds: z.array(idSchema).min(1).max(20) }))
    .errors(sessionErrors),
  /** Mark or change by hand. A reason is needed once the session has ended. */
  mark: procedure
    .meta({ access: TEACHING })
    .input(
      z.object({
        sessionId: idSchema,
        studentId: idSchema,
        code: z.string().min(1).max(8),
        reason: z.string().trim().min(3).max(300).optional(),
      }),
    )
    .output(rosterEntrySchema)
    .errors(sessionErrors),
  /** The camera was right: marks a student seen though marked away, by when that was. */
  markSeen: procedure
    .meta({ access: TEACHING })
    .input(z.object({ sessionId: idSchema, studentId: idSchema }))
    .output(rosterEntrySchema)
    .errors(sessionErrors),
  /** Take a mark back; the event that made it stays, a `void` event follows it. */
  unmark: procedure
    .meta({ access: TEACHING })
    .input(
      z.object({
        sessionId: idSchema,
        studentId: idSchema,
        reason: z.string().trim().min(3).max(300).optional(),
      }),
    )
    .output(rosterEntrySchema)
    .errors(sessionErrors),
  /** Gives everyone without a mark this status; answers with their entries. */
  markRest: procedure
    .meta({ access: TEACHING })
    .input(z.object({ sessionId: idSchema, code: z.string().min(1).max(8) }))
    .output(z.array(rosterEntrySchema))
    .errors(sessionErrors),
  /** Sets marks of an open session back by events of their own, unless changed meanwhile. */
  undo: procedure
    .meta({ access: TEACHING })
    .input(z.object({ sessionId: idSchema, changes: z.array(setBackSchema).min(1).max(1000) }))
    .output(
      z.object({
        /** Those set back, as they are now. */
        entries: z.array(rosterEntrySchema),
        /** Those whose mark was changed meanwhile, and stays. */
        kept: z.array(idSchema),
      }),
    )
    .errors(sessionErrors),
  /** Everyone not marked becomes absent, in the same transaction as the end. */
  end: procedure
    .meta({ access: TEACHING })
    .input(z.object({ sessionId: idSchema }))
    .output(sessionDetailSchema)
    .errors(sessionErrors),
  /** Takes a closing back soon after it: those it made absent are unmarked, the session goes on. */
  reopen: procedure
    .meta({ access: TEACHING })
    .input(z.object({ sessionId: idSchema }))
    .output(sessionDetailSchema)
    .errors(sessionErrors),
  /** It did not take place: its marks are taken back by events of the log and count nowhere. */
  discard: procedure
    .meta({ access: TEACHING })
    .input(z.object({ sessionId: idSchema, reason: z.string().trim().min(3).max(300) }))
    .output(sessionDetailSchema)
    .errors(sessionErrors),
  /** It did take place after all; for whoever discarded it, and for admins. */
  reinstate: procedure
    .meta({ access: TEACHING })
    .input(z.object({ sessionId: idSchema }))
    .output(sessionDetailSchema)
    .errors({
      SESSION_OPEN: {
        message: 'This class already has an open session.',
        data: z.object({ sessionId: idSchema }),
      },
      LESSON_TAKEN: {
        message: 'The register of this lesson was taken.',
        data: z.object({ sessionId: idSchema }),
      },
    }),
  history: procedure
    .meta({ access: STAFF })
    .input(z.object({ sessionId: idSchema, studentId: idSchema }))
    .output(z.array(historyEventSchema)),
  /** One student's marks over some days, newest first. */
  studentHistory: procedure
    .meta({ access: STAFF })
    .input(z.object({ studentId: idSchema, range: dayRangeSchema }))
    .output(studentHistorySchema),
  /** Changes of one session as they are committed. */
  live: procedure
    .meta({ access: TEACHING })
    .input(z.object({ sessionId: idSchema }))
    .output(eventIterator(liveUpdateSchema)),
  /** Walks the hash chain; names the first event that does not fit. */
  verify: procedure.output(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('intact'), events: z.number().int() }),
      z.object({
        kind: z.literal('broken'),
        events: z.number().int(),
        at: z.object({ seq: z.number().int(), eventId: z.string(), problem: z.string() }),
      }),
    ]),
  ),
};
