/** All whom papers can be completed from. A further one is one more file, and one more line here. */
import { arxiv } from './arxiv';
import { crossref } from './crossref';
import type { CompletionServiceName } from './keys';
import { openalex } from './openalex';
import { semanticscholar } from './semanticscholar';
import type { CompletionService } from './service';

export const completionServices: Record<CompletionServiceName, CompletionService> = {
  arxiv,
  crossref,
  openalex,
  semanticscholar,
};
