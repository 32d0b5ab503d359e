import { Box, Center, Loader, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { assertNever } from '#shared/assert-never.ts';
import { CameraFaultNotice } from './camera-fault-notice.tsx';
import { CameraPicture } from './camera-picture.tsx';
import type { CameraState } from './camera-store.ts';
import { FactList } from './fact-list.tsx';
import { useCamera } from './use-camera.ts';
import { useMirror } from './use-mirror.ts';
import { type PictureFacts, usePictureFacts } from './use-picture-facts.ts';

/** The camera's picture and what is measured on it. */
export function CameraTest() {
  const camera = useCamera();
  const [video, setVideo] = useState<HTMLVideoElement | null>(null);
  const facts = usePictureFacts(video);
  return (
    <Stack>
      <Preview camera={camera} onVideo={setVideo} />
      {camera.kind === 'live' && <PictureFactList facts={facts} />}
    </Stack>
  );
}

interface PreviewProps {
  camera: CameraState;
  onVideo: (video: HTMLVideoElement | null) => void;
}

function Preview({ camera, onVideo }: PreviewProps) {
  const { t } = useTranslation('camera');
  const mirror = useMirror();
  switch (camera.kind) {
    case 'off':
    case 'starting':
      return (
        <Center h={216}>
          <Loader role="status" aria-label={t('starting')} />
        </Center>
      );
    case 'trouble':
      return <CameraFaultNotice fault={camera.fault} withChooser={false} />;
    case 'live':
      return (
        <Box h={216} w={384}>
          <CameraPicture
            stream={camera.stream}
            mirror={mirror}
            label={t('picture')}
            onVideo={onVideo}
          />
        </Box>
      );
    default:
      return assertNever(camera);
  }
}

function PictureFactList({ facts }: { facts: PictureFacts | null }) {
  const { t } = useTranslation('camera');
  if (!facts) return null;
  return (
    <FactList
      facts={[
        [t('resolution'), t('pixels', { width: facts.width, height: facts.height })],
        [t('rate'), t('fps', { fps: facts.fps })],
        [t('lightLabel'), t(`light.${facts.light}`)],
      ]}
    />
  );
}
