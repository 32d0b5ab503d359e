import { useState } from 'react';
import type { SessionDetail } from '#shared/contract/register.contract.ts';
import { CloseRegister } from './close-register.tsx';
import { FeedPanel } from './feed-panel.tsx';
import { MarkAnnouncer } from './mark-announcer.tsx';
import classes from './open-session.module.css';
import { RosterPanel } from './roster-panel.tsx';
import { SessionBanners } from './session-banners.tsx';
import { SessionBar } from './session-bar.tsx';
import { Stage } from './stage.tsx';
import { useRecognition } from './use-recognition.ts';

/** A session under way. Faces are still recognised while its register is being closed. */
export function OpenSession({ session }: { session: SessionDetail }) {
  const [closing, setClosing] = useState(false);
  const { camera, vision } = useRecognition(session);
  return (
    <div className={classes.screen}>
      <SessionBar session={session} closing={closing} onEnd={() => setClosing(true)} />
      <SessionBanners session={session} />
      <MarkAnnouncer statuses={session.statuses} />
      {closing ? (
        <CloseRegister session={session} onBack={() => setClosing(false)} />
      ) : (
        <div className={classes.columns}>
          <div className={classes.left}>
            <div className={classes.stage}>
              <Stage camera={camera} vision={vision} session={session} />
            </div>
            <FeedPanel />
          </div>
          <RosterPanel session={session} />
        </div>
      )}
    </div>
  );
}
