import { beforeEach, expect, test } from 'vitest';
import { Leftovers } from '../../../lib/page/leftovers';
import { fakeLibrary } from '../../components/fake-library';
import { aPaper } from '../../papers';

const paper = aPaper();

/** The controls of an instance that died; `unsaved` tells whether the text in its editor was on its way. */
function leave(text: string, unsaved: boolean) {
  const host = document.createElement('papergloss-entry');
  host.dataset.paper = paper.id;
  const field = document.createElement('textarea');
  field.value = text;
  field.toggleAttribute('data-unsaved', unsaved);
  host.attachShadow({ mode: 'open' }).append(field);
  document.body.append(host);
}

beforeEach(() => document.body.replaceChildren());

test('what was being typed when the extension was updated goes into the library', async () => {
  leave('half a wor', true);
  const library = fakeLibrary();
  await new Leftovers(document).adopt(paper, library);
  expect((await library.find([paper.id]))[paper.id]?.note).toBe('half a wor');
});

test('dead controls leave the page', () => {
  leave('', false);
  new Leftovers(document);
  expect(document.querySelector('papergloss-entry')).toBeNull();
});

test('a text that had been saved is not written again: it may have been changed elsewhere since', async () => {
  leave('old words', false);
  const library = fakeLibrary();
  await new Leftovers(document).adopt(paper, library);
  expect(await library.find([paper.id])).toEqual({});
});

test('a comment that was being typed goes into the library, to its highlight', async () => {
  leave('half a wor', false);
  const field = document.querySelector('papergloss-entry')?.shadowRoot?.querySelector('textarea');
  const highlight = { id: crypto.randomUUID(), quote: { exact: 'a note helps', prefix: '', suffix: ' most' } };
  field?.setAttribute('data-highlight', highlight.id);
  const library = fakeLibrary();
  await library.highlight({ paper, highlight });
  await new Leftovers(document).adopt(paper, library);
  const saved = (await library.find([paper.id]))[paper.id];
  expect(saved?.highlights).toEqual([{ ...highlight, comment: 'half a wor' }]);
  expect(saved?.note).toBeUndefined();
});
