import { CFB } from 'xlsx';

/** An uncompressed package that the library has made, part by part. */
export class PackageParts {
  readonly #container: ReturnType<typeof CFB.read>;

  constructor(bytes: Buffer) {
    this.#container = CFB.read(bytes, { type: 'buffer' });
  }

  /** Changes one part's text. @throws Error for a part that is not there */
  change(path: string, change: (xml: string) => string): void {
    const part = CFB.find(this.#container, path);
    if (!part) throw new Error(`The workbook has no part ${path}.`);
    part.content = Buffer.from(change(Buffer.from(part.content).toString('utf8')));
    part.size = part.content.length;
  }

  /** Every part by its path, in the order in which they were written. */
  *all(): Generator<{ path: string; content: Buffer }> {
    const root = this.#container.FullPaths[0] ?? '';
    for (const [index, part] of this.#container.FileIndex.entries()) {
      const path = (this.#container.FullPaths[index] ?? '').slice(root.length);
      const isPart = part.type === 2 && part.size > 0 && !path.startsWith('\u0001');
      if (isPart) yield { path, content: Buffer.from(part.content) };
    }
  }
}
