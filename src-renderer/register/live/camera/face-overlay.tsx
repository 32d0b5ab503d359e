import { useMemo } from 'react';
import type { SessionDetail } from '#shared/contract/register.contract.ts';
import { isSettled } from '#shared/register/is-settled.ts';
import type { FaceView } from '#vision/protocol.ts';
import { nameSize, placeBox } from '../list/place-label.ts';
import { presenceOf } from '../list/roster.ts';
import { useLiveStore } from '../live-store.ts';
import { captionOf } from './caption.ts';
import { ChallengeCard } from './challenge-card.tsx';
import { FaceCaption } from './face-caption.tsx';
import classes from './face-overlay.module.css';

interface FaceOverlayProps {
  session: SessionDetail;
  mirror: boolean;
}

/** Boxes and words over the picture. The list says the same to those who cannot see it. */
export function FaceOverlay({ session, mirror }: FaceOverlayProps) {
  const faces = useLiveStore((state) => state.faces);
  return (
    <div
      className={classes.overlay}
      style={{ fontSize: `${nameSize(faces.length) * 100}cqw` }}
      aria-hidden
    >
      {faces.map((face) => (
        <Face key={face.trackId} face={face} session={session} mirror={mirror} />
      ))}
      <CurrentChallenge session={session} />
    </div>
  );
}

/** One face is challenged at a time; it is told in letters for the whole room. */
function CurrentChallenge({ session }: { session: SessionDetail }) {
  const face = useLiveStore((state) => state.faces.find(({ challenge }) => challenge !== null));
  if (!face?.challenge) return null;
  const { state, challenge } = face;
  const studentId = state.kind === 'proving' ? state.studentId : null;
  const entry = session.roster.find((row) => row.studentId === studentId);
  // Who is here by the register has nothing left to prove.
  if (entry && isSettled(entry.mark) && presenceOf(entry, session.statuses) !== 'away') return null;
  return (
    <div className={classes.challenge}>
      <ChallengeCard
        key={`${face.trackId} ${challenge.step}`}
        challenge={challenge}
        name={entry?.fullName ?? null}
      />
    </div>
  );
}

function Face({ face, session, mirror }: FaceOverlayProps & { face: FaceView }) {
  const answer = useLiveStore((state) => state.answers.get(face.trackId) ?? null);
  const roster = useMemo(
    () => new Map(session.roster.map((entry) => [entry.studentId, entry])),
    [session.roster],
  );
  const caption = captionOf(face, { answer, roster, statuses: session.statuses });
  const { words, align, ...box } = placeBox(face.box, mirror, face.challenge !== null);
  return (
    <div
      className={classes.box}
      data-look={caption.kind}
      data-track={face.trackId}
      style={{
        left: `${box.left}%`,
        top: `${box.top}%`,
        width: `${box.width}%`,
        height: `${box.height}%`,
      }}
    >
      <div className={classes.words} data-place={words} data-align={align}>
        <FaceCaption caption={caption} statuses={session.statuses} />
      </div>
    </div>
  );
}
