import { Center, Loader } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CameraFaultNotice } from '#renderer/camera/camera-fault-notice.tsx';
import { CameraPicture } from '#renderer/camera/camera-picture.tsx';
import { EngineFacts } from '#renderer/camera/engine-facts.tsx';
import { useMirror } from '#renderer/camera/use-mirror.ts';
import { placeBox } from '#renderer/register/live/list/place-label.ts';
import { assertNever } from '#shared/assert-never.ts';
import type { FaceView } from '#vision/protocol.ts';
import classes from './test-stage.module.css';
import type { Watching } from './use-watching.ts';

interface TestStageProps extends Watching {
  faces: readonly FaceView[];
  onVideo?: (video: HTMLVideoElement | null) => void;
  /** What a face is asked to do, at the lower edge of the picture. */
  challenge?: ReactNode;
}

/** The camera's picture with the faces found, or why there is none. */
export function TestStage({ camera, vision, faces, onVideo, challenge }: TestStageProps) {
  const { t } = useTranslation(['selfTest', 'camera']);
  const mirror = useMirror();
  switch (camera.kind) {
    case 'off':
    case 'starting':
      return (
        <Center className={classes.stage}>
          <Loader role="status" aria-label={t('camera:starting')} />
        </Center>
      );
    case 'trouble':
      return (
        <Center>
          <CameraFaultNotice fault={camera.fault} />
        </Center>
      );
    case 'live':
      return (
        <>
          <div className={classes.stage}>
            <CameraPicture
              stream={camera.stream}
              mirror={mirror}
              label={t('picture')}
              onVideo={onVideo}
            >
              <Boxes faces={faces} mirror={mirror} />
              {challenge && <div className={classes.challenge}>{challenge}</div>}
            </CameraPicture>
          </div>
          {vision.kind !== 'ready' && <EngineFacts vision={vision} />}
        </>
      );
    default:
      return assertNever(camera);
  }
}

function Boxes({ faces, mirror }: { faces: readonly FaceView[]; mirror: boolean }) {
  return (
    <div className={classes.overlay} aria-hidden>
      {faces.map(({ trackId, box }) => {
        const { left, top, width, height } = placeBox(box, mirror);
        return (
          <div
            key={trackId}
            className={classes.box}
            data-track={trackId}
            style={{
              left: `${left}%`,
              top: `${top}%`,
              width: `${width}%`,
              height: `${height}%`,
            }}
          />
        );
      })}
    </div>
  );
}
