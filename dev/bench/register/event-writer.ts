import type Database from 'better-sqlite3';
import { newId } from '#main/db/new-id.ts';
import { sha256 } from '#main/register/log/event-log.ts';
import type { UnchainedEvent } from '#shared/register/attendance-event.ts';
import { chained, GENESIS_HASH } from '#shared/register/event-hash.ts';

type Given = Pick<
  UnchainedEvent,
  'kind' | 'sessionId' | 'studentId' | 'code' | 'method' | 'actorId' | 'reason'
> & { at: number; evidence?: string };

interface NewSession {
  sessionId: string;
  classId: string;
  subjectId: string;
  teacherId: string;
  startedAt: number;
  endedAt: number;
}

const FACE_SCORE = 0.82;

/** Writes sessions and events as the app does, by prepared statements; the hashes are the app's own. */
export class EventWriter {
  written = 0;
  readonly #deviceId: string;
  readonly #session: Database.Statement;
  readonly #onRoster: Database.Statement;
  readonly #event: Database.Statement;
  readonly #status: Database.Statement;
  readonly #head: Database.Statement;
  #hash = GENESIS_HASH;

  constructor(sqlite: Database.Database) {
    this.#deviceId = String(sqlite.prepare('SELECT device_id FROM school').pluck().get());
    this.#session = sqlite.prepare(
      `INSERT INTO sessions (id, class_id, subject_id, teacher_id, device_id, started_at,
         utc_offset_minutes, ended_at, liveness_policy)
       VALUES (?, ?, ?, ?, ?, ?, 0, ?, 'standard')`,
    );
    this.#onRoster = sqlite.prepare(
      'INSERT INTO session_roster (session_id, student_id, class_name) VALUES (?, ?, ?)',
    );
    this.#event = sqlite.prepare(
      `INSERT INTO attendance_events (id, device_id, seq, kind, session_id, student_id, code, method,
         score, evidence, policy, captured_at, utc_offset_minutes, recorded_at, actor_id, reason,
         prev_hash, hash, cause)
       VALUES (@id, @deviceId, @seq, @kind, @sessionId, @studentId, @code, @method, @score,
         @evidence, @policy, @capturedAt, @utcOffsetMinutes, @recordedAt, @actorId, @reason,
         @prevHash, @hash, @cause)`,
    );
    this.#status = sqlite.prepare(
      `INSERT INTO attendance (session_id, student_id, code, method, score, event_id, at)
       VALUES (@sessionId, @studentId, @code, @method, @score, @id, @capturedAt)
       ON CONFLICT DO UPDATE SET code = excluded.code, method = excluded.method,
         score = excluded.score, event_id = excluded.event_id, at = excluded.at`,
    );
    this.#head = sqlite.prepare(
      `INSERT INTO event_heads (device_id, seq, hash) VALUES (?, ?, ?)
       ON CONFLICT DO UPDATE SET seq = excluded.seq, hash = excluded.hash`,
    );
  }

  begin({ sessionId, classId, subjectId, teacherId, startedAt, endedAt }: NewSession): void {
    this.#session.run(sessionId, classId, subjectId, teacherId, this.#deviceId, startedAt, endedAt);
  }

  putOnRoster(sessionId: string, className: string, students: readonly string[]): void {
    for (const studentId of students) this.#onRoster.run(sessionId, studentId, className);
  }

  /** One event at the end of the chain, and the status it brings. */
  write({ at, evidence = undefined, ...given }: Given): void {
    this.written += 1;
    const byFace = evidence !== undefined;
    const event = chained(
      {
        ...given,
        id: newId(),
        deviceId: this.#deviceId,
        seq: this.written,
        score: byFace ? FACE_SCORE : null,
        evidence: evidence ?? null,
        policy: byFace ? 'standard' : null,
        capturedAt: at,
        utcOffsetMinutes: 0,
        recordedAt: at,
        cause: 'ordinary',
      },
      this.#hash,
      sha256,
    );
    this.#event.run(event);
    this.#status.run(event);
    this.#hash = event.hash;
  }

  /** Says where the chain ends; call it in the transaction of the events. */
  putHead(): void {
    this.#head.run(this.#deviceId, this.written, this.#hash);
  }
}
