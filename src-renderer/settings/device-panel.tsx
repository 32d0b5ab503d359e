import { Input, Stack, Switch, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Choice } from '#renderer/app/parts/choice.tsx';
import { TextLink } from '#renderer/app/parts/link-button.tsx';
import { Loaded } from '#renderer/app/parts/loaded.tsx';
import {
  type DevicePreferences,
  devicePreferencesSchema,
} from '#shared/contract/settings.contract.ts';
import { LanguageChoice } from './language-choice.tsx';
import { useDevicePreferences } from './use-device-preferences.ts';

/** Choices that belong to this computer; each is saved at once. */
export function DevicePanel() {
  const { query, change } = useDevicePreferences();
  return (
    <Loaded query={query}>
      {(preferences) => <DeviceForm preferences={preferences} onChange={change} />}
    </Loaded>
  );
}

interface DeviceFormProps {
  preferences: DevicePreferences;
  onChange: (changes: Partial<DevicePreferences>) => void;
}

function DeviceForm({ preferences, onChange }: DeviceFormProps) {
  const { t } = useTranslation(['settings', 'app']);
  return (
    <Stack>
      <Text size="sm" c="dimmed">
        {t('device.about')}
      </Text>
      <Choice
        label={t('device.theme')}
        options={devicePreferencesSchema.shape.theme.options.map((theme) => ({
          value: theme,
          label: t(`device.themes.${theme}`),
        }))}
        value={preferences.theme}
        onChange={(theme) => onChange({ theme })}
      />
      <Stack gap={4} align="flex-start">
        <Text size="sm" fw={500} aria-hidden>
          {t('app:language')}
        </Text>
        <LanguageChoice />
      </Stack>
      <Switch
        label={t('device.sound')}
        checked={preferences.sound}
        onChange={(event) => onChange({ sound: event.currentTarget.checked })}
      />
      <Switch
        label={t('device.mirror')}
        description={t('device.mirrorHint')}
        checked={preferences.mirror}
        onChange={(event) => onChange({ mirror: event.currentTarget.checked })}
      />
      <Input.Wrapper
        label={t('device.camera')}
        labelElement="div"
        description={t('device.cameraHint')}
      >
        <TextLink to="/settings/$section" params={{ section: 'recognition' }} size="sm">
          {t('device.cameraLink')}
        </TextLink>
      </Input.Wrapper>
    </Stack>
  );
}
