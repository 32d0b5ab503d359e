import {
  IconAlertTriangle,
  IconCheck,
  IconEye,
  IconHandStop,
  IconLoader2,
  IconPhotoOff,
  IconQuestionMark,
  IconUserOff,
  IconUserQuestion,
} from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { assertNever } from '#shared/assert-never.ts';
import type { Status } from '#shared/contract/register.contract.ts';
import { statusOf } from '../list/roster.ts';
import type { Caption } from './caption.ts';
import classes from './face-caption.module.css';

const ICONS: Record<Caption['kind'], typeof IconCheck> = {
  looking: IconEye,
  unknown: IconUserQuestion,
  otherClass: IconUserOff,
  unsure: IconQuestionMark,
  proving: IconEye,
  suspect: IconPhotoOff,
  checking: IconLoader2,
  notSaved: IconAlertTriangle,
  takenBack: IconHandStop,
  markedAway: IconHandStop,
  marked: IconCheck,
};

interface Words {
  /** Large: a name, or what the face is taken for. */
  head: string;
  /** Smaller, under it: what to do, or what is in the register. */
  line: string | null;
}

function wordsOf(caption: Caption, t: TFunction<'live'>, statuses: readonly Status[]): Words {
  switch (caption.kind) {
    case 'looking':
      return { head: caption.hint ? t(`hint.${caption.hint}`) : t('face.looking'), line: null };
    case 'unknown':
      return { head: t('face.unknown'), line: null };
    case 'otherClass': {
      const { fullName, className } = caption.student;
      return {
        head: t('face.otherClass', { name: fullName, className }),
        line: t('face.otherClassLine'),
      };
    }
    case 'unsure':
      return { head: t('face.unsure'), line: caption.names.join(' / ') || null };
    case 'proving':
      return {
        head: caption.name,
        line: caption.hint ? t(`hint.${caption.hint}`) : t('face.proving'),
      };
    case 'suspect':
      return { head: t('face.suspect'), line: t('face.suspectHint') };
    case 'checking':
      return { head: caption.name, line: t('face.checking') };
    case 'notSaved':
      return { head: caption.name, line: t('face.notSaved') };
    case 'takenBack':
      return { head: caption.name, line: t('face.takenBack') };
    case 'markedAway': {
      const label = statusOf(caption.entry, statuses)?.label ?? '';
      return { head: caption.entry.fullName, line: t('face.markedAway', { label }) };
    }
    case 'marked':
      return {
        head: caption.entry.fullName,
        line: statusOf(caption.entry, statuses)?.label ?? null,
      };
    default:
      return assertNever(caption);
  }
}

/** A name in large letters, and what is still wanted of this face. */
export function FaceCaption({
  caption,
  statuses,
}: {
  caption: Caption;
  statuses: readonly Status[];
}) {
  const { t } = useTranslation('live');
  const { head, line } = wordsOf(caption, t, statuses);
  const Icon = ICONS[caption.kind];
  return (
    <div className={classes.caption} data-kind={caption.kind}>
      <Icon className={classes.icon} stroke={2.5} />
      <div>
        <div className={classes.head}>{head}</div>
        {line && <div className={classes.line}>{line}</div>}
      </div>
    </div>
  );
}
