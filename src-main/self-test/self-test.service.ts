import type { GalleryData } from '#shared/contract/gallery.ts';
import { DESCRIPTOR_MODEL } from '#shared/recognition/descriptor-model.ts';
import type { Db } from '../db/database.ts';
import { galleryDataOf } from '../register/faces/gallery.service.ts';
import { isActiveClass } from '../register/sessions/sessions.queries.ts';
import { DomainError } from '../rpc/domain-error.ts';
import { classTemplates } from './self-test.queries.ts';

/**
 * The faces that a session with this class would know, for the self-test of an admin.
 * @throws DomainError NOT_FOUND, also for a class that is archived
 */
export function readClassGallery(db: Db, classId: string): GalleryData {
  if (!isActiveClass(db, classId)) throw new DomainError('NOT_FOUND', { what: 'class' });
  return galleryDataOf(db, classTemplates(db, classId, DESCRIPTOR_MODEL.id));
}
