import { Stack, Switch, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CountrySelect } from '#renderer/app/parts/country-select.tsx';
import { Loaded } from '#renderer/app/parts/loaded.tsx';
import { useIsAdmin } from '#renderer/app/standing.ts';
import { CompareChoice } from './compare-choice.tsx';
import { CorrectionDays } from './correction-days.tsx';
import { IdleLockChoice } from './idle-lock-choice.tsx';
import { LivenessChoice } from './liveness-choice.tsx';
import { SchoolNameForm } from './school-name-form.tsx';
import { useSchoolSettings } from './use-school-settings.ts';

/** The school's name, how much proof of life a register asks for, and whose faces it looks for. */
export function SchoolPanel() {
  const { t } = useTranslation('settings');
  const admin = useIsAdmin();
  const { query, update } = useSchoolSettings();
  return (
    <Loaded query={query}>
      {({ schoolName, livenessPolicy, correctionDays, compareWith, ...school }) => (
        <Stack gap="lg">
          {!admin && (
            <Text size="sm" c="dimmed">
              {t('school.readOnly')}
            </Text>
          )}
          <SchoolNameForm
            name={schoolName}
            disabled={!admin}
            busy={update.isPending}
            onSave={(name) => update.mutate({ schoolName: name })}
          />
          <CountrySelect
            label={t('school.phoneCountry')}
            description={t('school.phoneCountryHint')}
            disabled={!admin}
            value={school.phoneCountry}
            onChange={(phoneCountry) => update.mutate({ phoneCountry })}
          />
          <CorrectionDays
            key={correctionDays}
            days={correctionDays}
            disabled={!admin}
            busy={update.isPending}
            onSave={(days) => update.mutate({ correctionDays: days })}
          />
          <LivenessChoice
            policy={livenessPolicy}
            disabled={!admin}
            onChange={(policy) => update.mutate({ livenessPolicy: policy })}
          />
          <CompareChoice
            compareWith={compareWith}
            disabled={!admin}
            onChange={(chosen) => update.mutate({ compareWith: chosen })}
          />
          <Switch
            label={t('school.refresh')}
            description={t('school.refreshHint')}
            checked={school.templateRefresh}
            disabled={!admin}
            onChange={(event) => update.mutate({ templateRefresh: event.currentTarget.checked })}
          />
          <IdleLockChoice
            minutes={school.idleLockMinutes}
            disabled={!admin}
            onChange={(minutes) => update.mutate({ idleLockMinutes: minutes })}
          />
          <Switch
            label={t('school.leaderboard')}
            description={t('school.leaderboardHint')}
            checked={school.leaderboard}
            disabled={!admin}
            onChange={(event) => update.mutate({ leaderboard: event.currentTarget.checked })}
          />
        </Stack>
      )}
    </Loaded>
  );
}
