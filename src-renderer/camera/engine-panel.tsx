import { Button, Group, Stack, Text } from '@mantine/core';
import { IconCamera, IconCameraOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CameraChooser } from './camera-chooser.tsx';
import { CameraTest } from './camera-test.tsx';
import { EngineFacts } from './engine-facts.tsx';
import { useVision } from './use-vision.ts';
import { useVisionStore } from './vision-store.ts';

/** What the recognition engine runs on, what it costs, and the camera it looks through. */
export function EnginePanel() {
  const { t } = useTranslation('camera');
  const [testing, setTesting] = useState(false);
  const vision = useVisionStore((state) => state.vision);
  return (
    <Stack>
      <Text size="sm" c="dimmed">
        {t('testAbout')}
      </Text>
      <CameraChooser label={t('choose')} />
      <Group>
        <Button
          variant={testing ? 'default' : 'filled'}
          leftSection={testing ? <IconCameraOff size={18} /> : <IconCamera size={18} />}
          onClick={() => setTesting(!testing)}
        >
          {testing ? t('stopTest') : t('test')}
        </Button>
      </Group>
      {testing ? <Test /> : <EngineFacts vision={vision} />}
    </Stack>
  );
}

function Test() {
  const vision = useVision();
  return (
    <>
      <CameraTest />
      <EngineFacts vision={vision} />
    </>
  );
}
