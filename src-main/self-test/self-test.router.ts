import { rpc } from '../rpc/base.ts';
import { readClassGallery } from './self-test.service.ts';

const { selfTest } = rpc;

export const selfTestRouter = selfTest.router({
  gallery: selfTest.gallery.handler(({ context, input }) =>
    readClassGallery(context.db, input.classId),
  ),
});
