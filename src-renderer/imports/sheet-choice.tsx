import { Group, Select } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { rollcall } from '#renderer/app/rollcall-client.ts';
import { choiceOfSheet, type ListChoice } from './list-choice.ts';

const HEADING_ROWS = 20;
const NONE = 'none';

interface SheetChoiceProps {
  choice: ListChoice;
  onChange: (choice: ListChoice) => void;
}

/** Which sheet of the workbook, and where its headings are. */
export function SheetChoice({ choice, onChange }: SheetChoiceProps) {
  const { t } = useTranslation('imports');
  const { file, sheet } = choice;
  const look = useMutation({
    mutationFn: (input: { sheet: number; headingRow: number | null | 'find' }) =>
      rollcall.imports.sheet({ draftId: file.draftId, ...input }),
    onSuccess: (found) => onChange(choiceOfSheet(file, found)),
  });
  const rows = Array.from({ length: HEADING_ROWS }, (_, at) => ({
    value: String(at + 1),
    label: t('sheet.row', { row: at + 1 }),
  }));
  return (
    <Group align="flex-end">
      {file.sheets.length > 1 && (
        <Select
          label={t('sheet.label')}
          data={file.sheets.map(({ name, rows: count }, at) => ({
            value: String(at),
            label: t('sheet.option', { name, count }),
          }))}
          value={String(sheet.sheet)}
          allowDeselect={false}
          onChange={(value) => look.mutate({ sheet: Number(value), headingRow: 'find' })}
        />
      )}
      <Select
        label={t('sheet.headings')}
        data={[{ value: NONE, label: t('sheet.noHeadings') }, ...rows]}
        value={sheet.headingRow === null ? NONE : String(sheet.headingRow)}
        allowDeselect={false}
        onChange={(value) =>
          look.mutate({ sheet: sheet.sheet, headingRow: value === NONE ? null : Number(value) })
        }
      />
    </Group>
  );
}
