import { useHotkeys } from '@mantine/hooks';
import { useState } from 'react';
import { hotkeyOf } from '#renderer/app/hotkeys.ts';
import type { SessionDetail } from '#shared/contract/register.contract.ts';
import { SHORTCUTS } from '#shared/shortcuts/shortcuts.ts';
import { CloseRegister } from './close-register.tsx';
import { FeedPanel } from './feed-panel.tsx';
import { isByHand } from './is-by-hand.ts';
import { firstToDecide } from './list-keys.ts';
import { useLiveStore } from './live-store.ts';
import { MarkAnnouncer } from './mark-announcer.tsx';
import classes from './open-session.module.css';
import { closingOrder } from './roster.ts';
import { RosterPanel } from './roster-panel.tsx';
import { SessionBanners } from './session-banners.tsx';
import { SessionBar } from './session-bar.tsx';
import { Stage } from './stage.tsx';
import { useRecognition } from './use-recognition.ts';

/** Drops what the other view searched and chose. */
function showEveryone(selectedId: string | null): void {
  useLiveStore.setState({ search: '', shown: 'all', selectedId });
}

/** A session under way. Faces are still recognised while its register is being closed. */
export function OpenSession({ session }: { session: SessionDetail }) {
  const [closing, setClosing] = useState(false);
  const { camera, vision } = useRecognition(session);
  const byHand = isByHand(session, camera, vision);
  const turn = (toClosing: boolean) => {
    showEveryone(toClosing ? firstToDecide(closingOrder(session.roster)) : null);
    setClosing(toClosing);
  };
  // A key held down must not open the closing and confirm it in one go.
  useHotkeys(
    [[hotkeyOf(SHORTCUTS.finish), (event) => !event.repeat && !closing && turn(true)]],
    [],
  );
  return (
    <div className={classes.screen}>
      <SessionBar session={session} closing={closing} onEnd={() => turn(true)} />
      <SessionBanners session={session} closing={closing} />
      <MarkAnnouncer statuses={session.statuses} />
      {closing ? (
        <CloseRegister session={session} byHand={byHand} onBack={() => turn(false)} />
      ) : (
        <div className={classes.columns}>
          <div className={classes.camera}>
            <div className={classes.stage}>
              <Stage camera={camera} vision={vision} session={session} />
            </div>
            <FeedPanel />
          </div>
          <RosterPanel session={session} byHand={byHand} />
        </div>
      )}
    </div>
  );
}
