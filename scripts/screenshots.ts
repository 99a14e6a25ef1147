/** `npm run screenshots`: the README's picture, and the demo's. */
import { mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { launch } from './browser/launch.ts';
import { demo } from './demo.ts';

const picture = 'docs/screenshot.png';

await demo('chrome', 'screenshots');
await compose();
console.log(`The README's picture is ${picture}`);

/** The popup over the list, as a user sees them together. */
async function compose(): Promise<void> {
  await mkdir(dirname(picture), { recursive: true });
  const [list, popup] = await Promise.all(['list-light', 'popup-light'].map(embedded));
  const address = 'https://picture.invalid/';
  const browser = await launch('chrome');
  try {
    browser.serve({
      [address]: `<!doctype html><style>
        body { margin: 0; background: url(${list}) top left no-repeat; height: 900px }
        img { position: absolute; top: 12px; right: 24px; border-radius: 8px; box-shadow: 0 8px 32px #0006 }
      </style><img src="${popup}" alt="">`,
    });
    await (await browser.page(address)).screenshot(picture);
  } finally {
    await browser.close();
  }
}

async function embedded(name: string): Promise<string> {
  return `data:image/png;base64,${await readFile(`screenshots/${name}.png`, 'base64')}`;
}
