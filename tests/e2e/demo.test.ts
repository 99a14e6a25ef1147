import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { tell } from '../../scripts/demo.ts';
import { inEveryBrowser } from './story.ts';

inEveryBrowser((browser) => {
  test('npm start without a display: the demo does the main job, and leaves its pictures', async () => {
    const folder = `screenshots/${browser().name}`;
    await tell(browser(), folder);
    expect(readdirSync(folder)).toEqual(['list-dark.png', 'list-light.png', 'popup-dark.png', 'popup-light.png']);
  });
});
