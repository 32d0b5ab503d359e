import { rpc } from '../rpc/base.ts';
import { revealExport, runExport } from './exports.service.ts';

export const exportsRouter = rpc.exports.router({
  run: rpc.exports.run.handler(({ context, input, signal }) => runExport(context, input, signal)),
  reveal: rpc.exports.reveal.handler(({ context, input }) =>
    revealExport(context.platform, input.path),
  ),
});
