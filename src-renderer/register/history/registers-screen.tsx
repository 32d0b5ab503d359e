import { Box, Button, Group, Paper, Select, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconCalendarOff, IconFileExport, IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ColumnsMenu } from '#renderer/app/parts/data-table/columns-menu.tsx';
import { useShownColumns } from '#renderer/app/parts/data-table/use-shown-columns.ts';
import { DayRangeInput, type DaysChosen } from '#renderer/app/parts/day-range-input.tsx';
import { LinkButton } from '#renderer/app/parts/link-button.tsx';
import { Loaded } from '#renderer/app/parts/loaded.tsx';
import { NothingYet } from '#renderer/app/parts/nothing-yet.tsx';
import { Page } from '#renderer/app/parts/page.tsx';
import { useHasRole } from '#renderer/app/standing.ts';
import { ClassExportDialog } from '#renderer/exports/class-export-dialog.tsx';
import { type DayRange, TEACHING } from '#shared/contract/base.ts';
import { REGISTER_COLUMNS } from './registers-search.ts';
import { RegistersTable, useRegisterColumns } from './registers-table.tsx';
import { useRegisters } from './use-registers.ts';

/** The registers taken, by class and days. */
export function RegistersScreen() {
  const { t } = useTranslation('history');
  const { query, sessions, classes, view, range, show, showDays } = useRegisters();
  const classId = view.classId ?? null;
  const all = useRegisterColumns(sessions);
  const columns = useShownColumns('registers', all);
  const sort = { column: view.sort, descending: view.descending };
  const [exporting, dialog] = useDisclosure();
  return (
    <Page
      title={t('list.title')}
      about={query.data && t('list.count', { count: sessions.length })}
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
          onChange={(id) => show({ classId: id ?? undefined })}
          clearable
          searchable
        />
        <Days range={range} onChange={showDays} />
        <TextInput
          w={220}
          aria-label={t('list.search')}
          placeholder={t('list.search')}
          leftSection={<IconSearch size={18} aria-hidden />}
          value={view.search}
          onChange={(event) => show({ search: event.currentTarget.value })}
        />
        <Box ms="auto">
          <ColumnsMenu columns={columns} />
        </Box>
      </Group>
      <Paper p={0}>
        <Loaded query={query}>
          {(listed) =>
            sessions.length > 0 ? (
              <RegistersTable
                sessions={sessions}
                columns={columns.shown}
                sort={sort}
                onSort={({ column, descending }) =>
                  show({ sort: REGISTER_COLUMNS.find((one) => one === column), descending })
                }
              />
            ) : listed.length > 0 ? (
              <Text size="sm" c="dimmed" p="md">
                {t('list.noMatch')}
              </Text>
            ) : (
              <NoRegisters />
            )
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
