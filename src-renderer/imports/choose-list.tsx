import { Button, FileButton, Group, Paper, Progress, Stack, Text } from '@mantine/core';
import { IconFileDownload, IconFileSpreadsheet } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Problem } from '#renderer/app/parts/problem.tsx';
import { rollcall } from '#renderer/app/rollcall-client.ts';
import { showDone } from '#renderer/app/toast.tsx';
import type { OpenedFile } from '#shared/contract/imports.contract.ts';
import type { ImportKind } from '#shared/imports/import-field.ts';
import { DropArea } from './drop-area.tsx';
import { EarlierImports } from './earlier-imports.tsx';
import { useOpenList } from './use-open-list.ts';

interface ChooseListProps {
  kind: ImportKind;
  onOpened: (file: OpenedFile) => void;
}

/** The first step: which file. */
export function ChooseList({ kind, onOpened }: ChooseListProps) {
  const { t } = useTranslation('imports');
  const { state, open, cancel } = useOpenList(kind, onOpened);
  const take = (file: File | null | undefined) => {
    if (file) void open(file);
  };
  return (
    <Stack>
      {state.kind === 'failed' && <Problem error={state.error} />}
      <DropArea
        label={t('choose.label')}
        words={t('choose.drop')}
        onDrop={(data) => take(data.files[0])}
      >
        <FileButton accept=".xlsx,.xlsm,.csv,.txt,.tsv" onChange={take}>
          {(props) => (
            <Button leftSection={<IconFileSpreadsheet size={18} aria-hidden />} {...props}>
              {t('choose.pick')}
            </Button>
          )}
        </FileButton>
      </DropArea>
      {state.kind === 'reading' && <Reading name={state.fileName} onCancel={cancel} />}
      <TemplateOffer kind={kind} />
      <EarlierImports kind={kind} />
    </Stack>
  );
}

function Reading({ name, onCancel }: { name: string; onCancel: () => void }) {
  const { t } = useTranslation(['imports', 'app']);
  const words = t('choose.reading', { name });
  return (
    <Group wrap="nowrap" role="status">
      <Text size="sm" truncate maw="50%">
        {words}
      </Text>
      <Progress value={100} animated flex={1} aria-label={words} />
      <Button size="xs" variant="default" onClick={onCancel}>
        {t('app:cancel')}
      </Button>
    </Group>
  );
}

function TemplateOffer({ kind }: { kind: ImportKind }) {
  const { t } = useTranslation('imports');
  const save = useMutation({
    mutationFn: () => rollcall.imports.saveTemplate({ kind }),
    onSuccess: ({ path }) => {
      if (path !== null) showDone(t('template.saved', { path }));
    },
  });
  return (
    <Paper p="md">
      <Group justify="space-between">
        <Stack gap={2} flex={1} miw={280}>
          <Text fw={550}>{t('template.title')}</Text>
          <Text size="sm" c="dimmed">
            {t(`template.about.${kind}`)}
          </Text>
        </Stack>
        <Button
          variant="default"
          leftSection={<IconFileDownload size={18} aria-hidden />}
          loading={save.isPending}
          onClick={() => save.mutate()}
        >
          {t('template.save')}
        </Button>
      </Group>
    </Paper>
  );
}
