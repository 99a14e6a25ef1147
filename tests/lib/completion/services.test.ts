import { describe, expect, test } from 'vitest';
import { type CompletionServiceName, keyOf, completionNames as names } from '../../../lib/completion/keys';
import { completionServices } from '../../../lib/completion/services';
import { baseOf } from '../../../lib/services/hosts';
import { type KnownWork, servicesWith } from '../../servers/services';

const work: KnownWork = {
  arxiv: '2609.00001',
  doi: '10.1000/margins.1',
  title: 'Margins & Matter: a < b',
  authors: ['Ada Margin', 'Björn van der Müller'],
  abstract: 'We write on margins, and on & beside < them, twice on margins.',
  date: '2026-09-01',
  venue: 'Journal of Margins',
};

/** Asks as the queue does. */
async function ask(name: CompletionServiceName, keys: string[], works = [work], mailto = '') {
  const service = completionServices[name];
  const { path, body } = service.ask(keys, mailto);
  const url = new URL(baseOf[name] + path);
  const response = servicesWith(works)(url, { body });
  const text = await response.text();
  if (service.knowsNone?.(response.status, text)) return { url, found: new Map() };
  return { url, found: service.read(text, keys) };
}

describe.each(names)('%s', (name) => {
  const service = completionServices[name];
  const ids = ['web:x.example/1', 'doi:10.1000/margins.1', 'arxiv:2609.00001'] as const;

  test('says what it knows', async () => {
    const key = keyOf[name]([...ids]) ?? '';
    const { found } = await ask(name, [key]);
    expect(found.get(key)).toMatchObject({
      title: work.title,
      authors: work.authors,
      abstract: work.abstract,
      published: '2026-09-01',
    });
  });

  test('says nothing of what it does not know', async () => {
    const { found } = await ask(name, [keyOf[name]([...ids]) ?? ''], []);
    expect(found.size).toBe(0);
  });

  test('has no name for what only an address names', () => {
    expect(keyOf[name](['web:x.example/1'])).toBeUndefined();
  });

  test.each(['', 'null', '{}', '<html></html>', '<feed', '[1,2]', '{"message":{"items":[{}]}}'])(
    'cannot be read when it says %j',
    (answer) => {
      const read = () => service.read(answer, ['a', 'b', 'c']);
      expect(read).toThrow();
    },
  );
});

test('arXiv says more: subjects, the file, the remark, the DOI', async () => {
  const { found } = await ask('arxiv', ['2609.00001']);
  expect(found.get('2609.00001')).toMatchObject({
    subjects: ['cs.DL', 'cs.HC'],
    pdf: 'https://arxiv.org/pdf/2609.00001v2',
    comments: '12 pages',
    identifiers: ['doi:10.1000/margins.1'],
  });
});

const { doi: _, ...preprint } = work;

test('Semantic Scholar and OpenAlex say other identifiers; arXiv is no venue', async () => {
  const { found } = await ask('semanticscholar', ['ARXIV:2609.00001'], [{ ...work, venue: 'arXiv.org' }]);
  expect(found.get('ARXIV:2609.00001')?.identifiers).toContain('corpusid:4711');
  expect(found.get('ARXIV:2609.00001')).not.toHaveProperty('venue');
  const { found: alex } = await ask('openalex', ['10.48550/arxiv.2609.00001'], [preprint]);
  expect(alex.get('10.48550/arxiv.2609.00001')?.identifiers).toEqual(['openalex:W2741809800', 'arxiv:2609.00001']);
});

test('an address is given only to those that ask for one, and only if there is one', async () => {
  for (const name of names) {
    expect((await ask(name, ['10.1000/margins.1'])).url.search).not.toContain('mailto');
  }
  expect((await ask('crossref', ['10.1000/margins.1'], [work], 'ada@x.example')).url.searchParams.get('mailto')).toBe(
    'ada@x.example',
  );
  expect((await ask('openalex', ['10.1000/margins.1'], [work], 'ada@x.example')).url.searchParams.get('mailto')).toBe(
    'ada@x.example',
  );
  expect((await ask('arxiv', ['2609.00001'], [work], 'ada@x.example')).url.href).not.toContain('ada');
});

test('many are one request', async () => {
  const many = Array.from({ length: 50 }, (_, i) => ({ ...work, arxiv: `2609.1${String(i).padStart(4, '0')}` }));
  const { found } = await ask(
    'arxiv',
    many.map(({ arxiv }) => arxiv),
    many,
  );
  expect(found.size).toBe(50);
});

test('a date that is none, or an abstract that is HTML, spoils nothing', () => {
  const read = (about: object) =>
    completionServices.crossref
      .read(JSON.stringify({ message: { items: [{ DOI: '10.1000/A', title: ['T'], ...about }] } }), ['10.1000/a'])
      .get('10.1000/a');
  expect(read({ issued: { 'date-parts': [[null]] } })).toEqual({ title: 'T' });
  expect(read({ issued: { 'date-parts': [[2024, 7]] } })).toEqual({ title: 'T', published: '2024-07' });
  expect(read({ abstract: 'One <p>two<br> three &nbsp;' })).toMatchObject({ abstract: 'One two three &nbsp;' });
  expect(read({ author: [{ name: 'The Margin Team' }, { family: 'Margin' }] })).toMatchObject({
    authors: ['The Margin Team', 'Margin'],
  });
});
