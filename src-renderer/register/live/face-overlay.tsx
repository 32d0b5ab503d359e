import { useMemo } from 'react';
import type { SessionDetail } from '#shared/contract/register.contract.ts';
import type { FaceView } from '#vision/protocol.ts';
import { captionOf } from './caption.ts';
import { ChallengeCard } from './challenge-card.tsx';
import { FaceCaption } from './face-caption.tsx';
import classes from './face-overlay.module.css';
import { useLiveStore } from './live-store.ts';
import { nameSize, placeBox } from './place-label.ts';

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
    </div>
  );
}

function Face({ face, session, mirror }: FaceOverlayProps & { face: FaceView }) {
  const answer = useLiveStore((state) => state.answers.get(face.trackId) ?? null);
  const roster = useMemo(
    () => new Map(session.roster.map((entry) => [entry.studentId, entry])),
    [session.roster],
  );
  const caption = captionOf(face, answer, roster);
  const { words, ...box } = placeBox(face.box, mirror);
  const challenge = caption.kind === 'marked' ? null : face.challenge;
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
      <div className={classes.words} data-place={words}>
        <FaceCaption caption={caption} statuses={session.statuses} />
        {challenge && <ChallengeCard key={challenge.step} challenge={challenge} />}
      </div>
    </div>
  );
}
