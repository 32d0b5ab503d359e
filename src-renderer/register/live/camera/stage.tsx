import { Center, Group, Loader, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CameraFaultNotice } from '#renderer/camera/camera-fault-notice.tsx';
import { CameraPicture } from '#renderer/camera/camera-picture.tsx';
import type { CameraState } from '#renderer/camera/camera-store.ts';
import { EngineFailure } from '#renderer/camera/engine-facts.tsx';
import { useMirror } from '#renderer/camera/use-mirror.ts';
import type { VisionState } from '#renderer/camera/vision-store.ts';
import { assertNever } from '#shared/assert-never.ts';
import type { SessionDetail } from '#shared/contract/register.contract.ts';
import { FaceOverlay } from './face-overlay.tsx';
import { PictureTrouble } from './picture-trouble.tsx';
import classes from './stage.module.css';

interface StageProps {
  camera: CameraState;
  vision: VisionState;
  session: SessionDetail;
}

/** The live picture with its faces, or why there is none. */
export function Stage({ camera, vision, session }: StageProps) {
  const { t } = useTranslation(['live', 'camera']);
  const mirror = useMirror();
  switch (camera.kind) {
    case 'off':
    case 'starting':
      return (
        <Center h="100%" className={classes.empty}>
          <Loader role="status" aria-label={t('camera:starting')} />
        </Center>
      );
    case 'trouble':
      return (
        <Center h="100%" className={classes.empty}>
          <CameraFaultNotice fault={camera.fault} meanwhile={t('byHandMeanwhile')} />
        </Center>
      );
    case 'live':
      return (
        <CameraPicture stream={camera.stream} mirror={mirror} label={t('camera')}>
          <FaceOverlay session={session} mirror={mirror} />
          <PictureTrouble />
          <EngineNotice vision={vision} />
        </CameraPicture>
      );
    default:
      return assertNever(camera);
  }
}

function EngineNotice({ vision }: { vision: VisionState }) {
  const { t } = useTranslation(['camera', 'live']);
  if (vision.kind === 'ready') return null;
  return (
    <div className={classes.notice}>
      {vision.kind === 'failed' ? (
        <EngineFailure message={vision.message} meanwhile={t('live:byHandMeanwhile')} />
      ) : (
        <Group gap="xs" role="status">
          <Loader size="xs" aria-hidden />
          <Text size="sm">{t('engineStarting')}</Text>
        </Group>
      )}
    </div>
  );
}
