import type { Rectangle } from 'electron';
import { unlessGone } from '../browser/gone.ts';
import type { PageView, WindowPlace } from '../browser/page-view.ts';
import { primaryDisplay } from './screen.ts';

type State = 'normal' | 'maximized' | 'minimized';

/** Where a window is. The app's word counts at once; the browser follows. */
export class WindowFrame {
  state: State = 'normal';
  /** Its place when neither maximized nor minimized. */
  normal: Rectangle;
  private readonly page: Promise<PageView>;
  private readonly changed: (event: 'resize' | 'move') => void;

  constructor(
    normal: Rectangle,
    page: Promise<PageView>,
    changed: (event: 'resize' | 'move') => void,
  ) {
    this.normal = normal;
    this.page = page;
    this.changed = changed;
    this.moveTo({});
  }

  get bounds(): Rectangle {
    return this.state === 'maximized' ? primaryDisplay().workArea : this.normal;
  }

  moveTo(bounds: Partial<Rectangle>): void {
    const before = this.bounds;
    this.state = 'normal';
    this.normal = { ...this.normal, ...bounds };
    const { x: left, y: top, width, height } = this.normal;
    this.apply([{ windowState: 'normal' }, { left, top, width, height }], before);
  }

  become(state: State): void {
    const before = this.bounds;
    this.state = state;
    this.apply([{ windowState: state }], before);
  }

  /** The user has moved or resized the window: reads where it is now. */
  async follow(): Promise<void> {
    const place = await (await this.page).currentPlace();
    if (place === null) return;
    const before = this.bounds;
    const { windowState = 'normal', left: x, top: y, width, height } = place;
    this.state = windowState === 'fullscreen' ? 'maximized' : windowState;
    if (this.state === 'normal')
      this.normal = { ...this.normal, ...defined({ x, y, width, height }) };
    this.tell(before);
  }

  private apply(places: WindowPlace[], before: Rectangle): void {
    const { bounds } = this;
    unlessGone(
      this.page.then(async (page) => {
        await page.setSize(bounds);
        for (const place of places) await page.place(place);
      }),
    );
    this.tell(before);
  }

  private tell(before: Rectangle): void {
    const { x, y, width, height } = this.bounds;
    if (width !== before.width || height !== before.height) this.changed('resize');
    if (x !== before.x || y !== before.y) this.changed('move');
  }
}

function defined(bounds: { [K in keyof Rectangle]: Rectangle[K] | undefined }): Partial<Rectangle> {
  return Object.fromEntries(Object.entries(bounds).filter(([, value]) => value !== undefined));
}
