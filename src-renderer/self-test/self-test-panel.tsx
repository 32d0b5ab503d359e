import { Stack, Tabs, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CameraPanel } from './camera-panel.tsx';
import { LivePanel } from './live-panel.tsx';
import { LivenessPanel } from './liveness-panel.tsx';
import { PicturesPanel } from './pictures-panel.tsx';

const TABS = ['camera', 'pictures', 'live', 'liveness'] as const;

/** What a school can measure for itself. Only the open test runs; pictures tested stay listed. */
export function SelfTestPanel() {
  const { t } = useTranslation('selfTest');
  const [classId, setClassId] = useState<string | null>(null);
  const ofClass = { classId, onClass: setClassId };
  return (
    <Stack>
      <Text size="sm" c="dimmed">
        {t('about')}
      </Text>
      <Tabs defaultValue="camera" keepMounted={false}>
        <Tabs.List aria-label={t('tabs.label')} mb="md">
          {TABS.map((tab) => (
            <Tabs.Tab key={tab} value={tab}>
              {t(`tabs.${tab}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="camera">
          <CameraPanel />
        </Tabs.Panel>
        <Tabs.Panel value="pictures" keepMounted>
          <PicturesPanel {...ofClass} />
        </Tabs.Panel>
        <Tabs.Panel value="live">
          <LivePanel {...ofClass} />
        </Tabs.Panel>
        <Tabs.Panel value="liveness">
          <LivenessPanel />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  );
}
