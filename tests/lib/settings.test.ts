import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { LiveSettings, usualSettings } from '../../lib/settings';

let end: AbortController;
const open = async () => {
  const settings = new LiveSettings(end.signal);
  await settings.ready;
  return settings;
};

beforeEach(() => {
  end?.abort();
  end = new AbortController();
});

test('what was not chosen is as usual', async () => {
  const settings = await open();
  expect(settings.current).toEqual(usualSettings);
  await settings.change({ seen: false });
  expect(settings.current).toEqual({ ...usualSettings, seen: false });
});

test('a change is heard in every tab, and adds to earlier ones', async () => {
  const [here, there] = [await open(), await open()];
  await here.change({ seen: false });
  await vi.waitFor(() => expect(there.current.seen).toBe(false));
  await there.change({ hideSeen: ['arXiv'] });
  await vi.waitFor(() => expect(here.current).toMatchObject({ seen: false, hideSeen: ['arXiv'] }));
});

test('after its end nothing is heard any more', async () => {
  const there = await open();
  end.abort();
  end = new AbortController();
  const here = await open();
  await here.change({ bar: false });
  expect(here.current.bar).toBe(false);
  expect(there.current.bar).toBe(true);
});

test('changes at once are all kept, in their order', async () => {
  const settings = await open();
  const hide = (site: string) => settings.change(({ hideSeen }) => ({ hideSeen: [...hideSeen, site] }));
  await Promise.all([settings.change({ bar: false }), hide('arXiv'), settings.change({ keys: false }), hide('DBLP')]);
  expect(settings.current).toMatchObject({ bar: false, keys: false, hideSeen: ['arXiv', 'DBLP'] });
});

test('a change that failed holds up none after it', async () => {
  const settings = await open();
  vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValueOnce(new Error('no room'));
  await expect(settings.change({ bar: false })).rejects.toThrow('no room');
  await settings.change({ keys: false });
  expect(settings.current).toMatchObject({ bar: true, keys: false });
});
