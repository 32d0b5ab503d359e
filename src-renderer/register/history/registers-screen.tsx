import { Button, Group, Paper, Select } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconCalendarOff, IconFileExport } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DayRangeInput, type DaysChosen } from '#renderer/app/parts/day-range-input.tsx';
import { LinkButton } from '#renderer/app/parts/link-button.tsx';
import { Loaded } from '#renderer/app/parts/loaded.tsx';
import { NothingYet } from '#renderer/app/parts/nothing-yet.tsx';
import { Page } from '#renderer/app/parts/page.tsx';
import { useHasRole } from '#renderer/app/standing.ts';
import { ClassExportDialog } from '#renderer/exports/class-export-dialog.tsx';
import { type DayRange, TEACHING } from '#shared/contract/base.ts';
import { RegistersTable } from './registers-table.tsx';
import { useRegisters } from './use-registers.ts';

/** The registers taken, by class and days. */
export function RegistersScreen() {
  const { t } = useTranslation('history');
  const { query, classes, classId, range, showDays, showClass } = useRegisters();
  const [exporting, dialog] = useDisclosure();
  return (
    <Page
      title={t('list.title')}
      about={query.data && t('list.count', { count: query.data.length })}
      actions={
        <Button
          variant="default"
          leftSection={<IconFileExport size={18} aria-hidden />}
          onClick={dialog.open}
        >
          {t('list.export')}
        </Button>
      }
    >
      <Group gap="sm" role="search">
        <Select
          w={200}
          aria-label={t('list.class')}
          placeholder={t('list.allClasses')}
          data={classes.map((one) => ({ value: one.id, label: one.name }))}
          value={classId}
          onChange={showClass}
          clearable
          searchable
        />
        <Days range={range} onChange={showDays} />
      </Group>
      <Paper p={0}>
        <Loaded query={query}>
          {(sessions) =>
            sessions.length > 0 ? <RegistersTable sessions={sessions} /> : <NoRegisters />
          }
        </Loaded>
      </Paper>
      <ClassExportDialog
        opened={exporting}
        onClose={dialog.close}
        classes={classes}
        classId={classId}
        days={[range.from, range.to]}
      />
    </Page>
  );
}

/** Holds a range of which only the first day is chosen, until the last is. */
function Days({ range, onChange }: { range: DayRange; onChange: (days: DaysChosen) => void }) {
  const { t } = useTranslation('history');
  const [days, setDays] = useState<DaysChosen>([range.from, range.to]);
  useEffect(() => setDays([range.from, range.to]), [range.from, range.to]);
  return (
    <DayRangeInput
      label={t('list.days')}
      hideLabel
      value={days}
      onChange={(chosen) => {
        setDays(chosen);
        onChange(chosen);
      }}
    />
  );
}

function NoRegisters() {
  const { t } = useTranslation('history');
  const takesRegisters = useHasRole(TEACHING);
  return (
    <NothingYet
      icon={<IconCalendarOff aria-hidden />}
      title={t('none.title')}
      advice={takesRegisters ? t('none.advice') : t('none.adviceOffice')}
      action={
        takesRegisters && (
          <LinkButton to="/" variant="default">
            {t('none.action')}
          </LinkButton>
        )
      }
    />
  );
}
