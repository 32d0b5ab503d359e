import { useHotkeys } from '@mantine/hooks';
import { useState } from 'react';
import { hotkeyOf } from '#renderer/app/hotkeys.ts';
import type { SessionDetail } from '#shared/contract/register.contract.ts';
import { SHORTCUTS } from '#shared/shortcuts/shortcuts.ts';
import { FeedPanel } from './camera/feed-panel.tsx';
import { Stage } from './camera/stage.tsx';
import { useRecognition } from './camera/use-recognition.ts';
import { CloseRegister } from './closing/close-register.tsx';
import { isByHand } from './list/is-by-hand.ts';
import { firstToDecide } from './list/list-keys.ts';
import { MarkAnnouncer } from './list/mark-announcer.tsx';
import { closingOrder } from './list/roster.ts';
import { RosterPanel } from './list/roster-panel.tsx';
import { useLiveStore } from './live-store.ts';
import classes from './open-session.module.css';
import { SessionBanners } from './session-banners.tsx';
import { SessionBar } from './session-bar.tsx';

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
