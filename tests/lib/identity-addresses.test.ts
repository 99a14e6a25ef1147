/** Every host whose addresses name papers, and every form of them. */
import { describe, expect, test } from 'vitest';
import { identifierOf } from '../../lib/identity';

const hash = '0123456789abcdef0123456789abcdef01234567';
const neurips = '0123456789abcdef0123456789abcdef';

const arxivHosts = ['arxiv.org', 'www.arxiv.org', 'export.arxiv.org', 'browse.arxiv.org', 'xxx.lanl.gov'];
const arxivFolders = ['abs', 'pdf', 'html', 'format', 'ps', 'e-print', 'src', 'bibtex'];
const arxivMirrors = [
  ...['ar5iv.labs.arxiv.org/html', 'ar5iv.org/html', 'ar5iv.org/abs', 'www.alphaxiv.org/abs', 'alphaxiv.org/pdf'],
  ...['alphaxiv.org/overview', 'scirate.com/arxiv', 'www.scirate.com/arxiv', 'huggingface.co/papers', 'hf.co/papers'],
  ...['papers.cool/arxiv', 'www.semanticscholar.org/arxiv', 'semanticscholar.org/arxiv'],
];

describe('arXiv', () => {
  const folders = [...arxivHosts.flatMap((host) => arxivFolders.map((folder) => `${host}/${folder}`)), ...arxivMirrors];

  test.each(folders)('%s', (folder) => {
    for (const scheme of ['https://', 'http://', '']) {
      expect(identifierOf(`${scheme}${folder}/2401.10010`)).toEqual({ id: 'arxiv:2401.10010' });
      expect(identifierOf(`${scheme}${folder}/2401.10010v3`)).toEqual({ id: 'arxiv:2401.10010', version: 3 });
      expect(identifierOf(`${scheme}${folder}/hep-th/9901001v2`)).toEqual({ id: 'arxiv:hep-th/9901001', version: 2 });
      expect(identifierOf(`${scheme}${folder}/math.GT/0309136?a=b#c`)).toEqual({ id: 'arxiv:math/0309136' });
    }
  });

  test.each(['2401.10010', '2401.1001', '0704.0001', '1412.9999'])('its zeros count: %s', (number) => {
    expect(identifierOf(`https://arxiv.org/pdf/${number}.pdf`)).toEqual({ id: `arxiv:${number}` });
  });
});

test.each([
  // DOIs
  ['https://doi.org/10.48550/arXiv.2401.10010', 'arxiv:2401.10010'],
  ['https://dx.doi.org/10.48550/arxiv.2401.10010', 'arxiv:2401.10010'],
  ['https://www.doi.org/10.1145/9900001.9900002', 'doi:10.1145/9900001.9900002'],
  ['http://dx.doi.org/10.1016/S9900-0001%2897%2900001-0', 'doi:10.1016/s9900-0001(97)00001-0'],
  [
    'https://doi.org/10.1002/(SICI)9900-0001(199908)1:1%3C1::AID-X%3E3.0.CO;2-2',
    'doi:10.1002/(sici)9900-0001(199908)1:1<1::aid-x>3.0.co;2-2',
  ],
  ['https://doi.org/10.1207/s99001&9900_1', 'doi:10.1207/s99001&9900_1'],
  ['https://doi.org/10.1000/182/', 'doi:10.1000/182'],
  ['https://dl.acm.org/doi/10.1145/9900001.9900002', 'doi:10.1145/9900001.9900002'],
  ['https://dl.acm.org/doi/abs/10.1145/9900001.9900002', 'doi:10.1145/9900001.9900002'],
  ['https://dl.acm.org/doi/pdf/10.1145/9900001.9900002?download=true', 'doi:10.1145/9900001.9900002'],
  ['https://dl.acm.org/doi/fullHtml/10.1145/9900001.9900002', 'doi:10.1145/9900001.9900002'],
  ['https://link.springer.com/article/10.1007/s99000-026-00001-2', 'doi:10.1007/s99000-026-00001-2'],
  ['https://link.springer.com/chapter/10.1007/978-3-030-99000-1_7#Abs1', 'doi:10.1007/978-3-030-99000-1_7'],
  ['https://link.springer.com/content/pdf/10.1007%2Fs99000-026-00001-2.pdf', 'doi:10.1007/s99000-026-00001-2'],
  ['https://link.springer.com/article/10.1007/s99000-026-00001-2/fulltext.html', 'doi:10.1007/s99000-026-00001-2'],
  ['https://link.springer.com/article/10.1007/s99000-026-00001-2/figures/1', 'doi:10.1007/s99000-026-00001-2'],
  ['https://link.springer.com/article/10.1007/s99000-026-00001-2/tables/12', 'doi:10.1007/s99000-026-00001-2'],
  ['https://onlinelibrary.wiley.com/doi/full/10.1002/x.99001', 'doi:10.1002/x.99001'],
  ['https://www.emerald.com/insight/content/doi/10.1108/X-01-2026-0001/full/html', 'doi:10.1108/x-01-2026-0001'],
  // Their own number, and the title, behind the DOI.
  [
    'https://direct.mit.edu/tacl/article/doi/10.1162/tacl_a_99001/96482/A-Primer-in-Margins',
    'doi:10.1162/tacl_a_99001',
  ],
  ['https://academic.oup.com/x/advance-article/doi/10.1093/x/margin001/5957165', 'doi:10.1093/x/margin001'],
  ['https://academic.oup.com/x/advance-article-abstract/doi/10.1093/x/margin001/5957165', 'doi:10.1093/x/margin001'],
  ['https://journals.plos.org/plosone/article?id=10.1371/journal.pone.9900001', 'doi:10.1371/journal.pone.9900001'],
  // Nature's are the end of a DOI, some without its dots.
  ['https://www.nature.com/articles/s99586-026-00001-2', 'doi:10.1038/s99586-026-00001-2'],
  ['https://www.nature.com/articles/nature99001.pdf', 'doi:10.1038/nature99001'],
  ['https://www.nature.com/articles/nature20191', 'doi:10.1038/nature20191'],
  ['https://www.nature.com/articles/990737a0', 'doi:10.1038/990737a0'],
  ['https://www.nature.com/articles/35999001', 'doi:10.1038/35999001'],
  ['https://www.nature.com/articles/sgloss201618', 'doi:10.1038/sgloss.2016.18'],
  ['https://www.nature.com/articles/6609001', undefined],
  // OpenReview: case counts, an id may begin with a hyphen, `noteId` is a reply.
  ['https://openreview.net/forum?id=-aBc_9xYz1', 'openreview:-aBc_9xYz1'],
  ['https://openreview.net/forum?id=_aBc9xYz12&noteId=abcdefghij', 'openreview:_aBc9xYz12'],
  ['https://openreview.net/forum?referrer=%5Bthe%20profile%5D&id=aBc9xYz123#discussion', 'openreview:aBc9xYz123'],
  ['https://openreview.net/pdf?id=aBc9xYz123', 'openreview:aBc9xYz123'],
  ['https://openreview.net/attachment?id=aBc9xYz123&name=supplementary_material', 'openreview:aBc9xYz123'],
  ['https://openreview.net/group?id=ICLR.cc/2026/Conference', undefined],
  ['https://openreview.net/profile?id=~Ada_Quill1', undefined],
  // Semantic Scholar, and how its interface names what is elsewhere
  [`https://www.semanticscholar.org/paper/${hash}`, `s2:${hash}`],
  [`https://www.semanticscholar.org/paper/A-Survey-of-Marginalia-Quill/${hash}`, `s2:${hash}`],
  [`https://www.semanticscholar.org/reader/${hash}`, `s2:${hash}`],
  ['https://api.semanticscholar.org/CorpusID:99000001', 'corpusid:99000001'],
  ['CorpusId:99000001', 'corpusid:99000001'],
  ['DOI:10.1000/182', 'doi:10.1000/182'],
  ['ARXIV:2401.10010', 'arxiv:2401.10010'],
  ['ACL:W18-6301', 'acl:W18-6301'],
  ['PMID:99000001', 'pmid:99000001'],
  ['PMCID:9900001', 'pmcid:PMC9900001'],
  // ACL Anthology
  ['https://aclanthology.org/2020.acl-main.405', 'acl:2020.acl-main.405'],
  ['https://aclanthology.org/2020.acl-main.405.pdf', 'acl:2020.acl-main.405'],
  ['https://aclanthology.org/2020.acl-main.405.bib', 'acl:2020.acl-main.405'],
  ['https://www.aclweb.org/anthology/2020.acl-main.405/', 'acl:2020.acl-main.405'],
  ['https://www.aclweb.org/anthology/P18-1001', 'acl:P18-1001'],
  ['https://aclanthology.info/papers/P18-1001/p18-1001', 'acl:P18-1001'],
  ['https://aclanthology.org/p18-1001/', 'acl:P18-1001'],
  ['https://www.aclweb.org/anthology/papers/N/N19/N19-1001/', 'acl:N19-1001'],
  ['https://doi.org/10.18653/v1/2020.acl-main.405', 'acl:2020.acl-main.405'],
  ['https://doi.org/10.18653/v1/P18-1001', 'acl:P18-1001'],
  ['10.3115/v1/P14-1001', 'acl:P14-1001'],
  ['https://aclanthology.org/volumes/2020.acl-main/', undefined],
  ['https://aclanthology.org/events/acl-2020/', undefined],
  // PubMed and PubMed Central
  ['https://pubmed.ncbi.nlm.nih.gov/99000001/', 'pmid:99000001'],
  ['https://pubmed.ncbi.nlm.nih.gov/99000001/?from_term=a', 'pmid:99000001'],
  ['https://www.ncbi.nlm.nih.gov/pubmed/99000001', 'pmid:99000001'],
  ['https://pmc.ncbi.nlm.nih.gov/articles/PMC9900001/', 'pmcid:PMC9900001'],
  ['https://pmc.ncbi.nlm.nih.gov/articles/PMC9900001/pdf/main.pdf', 'pmcid:PMC9900001'],
  ['https://www.ncbi.nlm.nih.gov/pmc/articles/PMC9900001/', 'pmcid:PMC9900001'],
  ['https://europepmc.org/article/MED/99000001', 'pmid:99000001'],
  ['https://www.europepmc.org/article/MED/99000001', 'pmid:99000001'],
  ['https://europepmc.org/articles/pmc9900001', 'pmcid:PMC9900001'],
  ['https://europepmc.org/article/PMC/PMC9900001', 'pmcid:PMC9900001'],
  ['https://pubmed.ncbi.nlm.nih.gov/?term=a', undefined],
  // DBLP
  ['https://dblp.org/rec/conf/gloss/QuillO26', 'dblp:conf/gloss/QuillO26'],
  ['https://dblp.org/rec/conf/gloss/QuillO26.html?view=bibtex', 'dblp:conf/gloss/QuillO26'],
  ['https://dblp.uni-trier.de/rec/journals/gloss/Quill26.bib', 'dblp:journals/gloss/Quill26'],
  ['https://dblp.org/rec/journals/corr/abs-1703-10593', 'arxiv:1703.10593'],
  ['https://dblp.dagstuhl.de/rec/journals/corr/abs-1703-10593.html', 'arxiv:1703.10593'],
  ['https://dblp.org/pid/99/1.html', undefined],
  // CVF: the path is the id.
  [
    'https://openaccess.thecvf.com/content/CVPR2024/html/Quill_A_Note_CVPR_2024_paper.html',
    'cvf:content/CVPR2024/Quill_A_Note_CVPR_2024_paper',
  ],
  [
    'https://openaccess.thecvf.com/content/CVPR2024/papers/Quill_A_Note_CVPR_2024_paper.pdf',
    'cvf:content/CVPR2024/Quill_A_Note_CVPR_2024_paper',
  ],
  [
    'https://openaccess.thecvf.com/content_CVPR_2019/html/Quill_A_Note_CVPR_2019_paper.html',
    'cvf:content_CVPR_2019/Quill_A_Note_CVPR_2019_paper',
  ],
  [
    'https://openaccess.thecvf.com/content_ICCVW_2019/papers/GLOSS/Quill_A_Note_ICCVW_2019_paper.pdf',
    'cvf:content_ICCVW_2019/GLOSS/Quill_A_Note_ICCVW_2019_paper',
  ],
  // PMLR, NeurIPS
  ['https://proceedings.mlr.press/v202/quill23a.html', 'pmlr:v202/quill23a'],
  ['https://proceedings.mlr.press/v202/quill23a/quill23a.pdf', 'pmlr:v202/quill23a'],
  ['https://proceedings.mlr.press/v202/', undefined],
  [`https://papers.nips.cc/paper_files/paper/2023/hash/${neurips}-Abstract-Conference.html`, `neurips:2023/${neurips}`],
  [`https://proceedings.neurips.cc/paper/2020/hash/${neurips}-Abstract.html`, `neurips:2020/${neurips}`],
  [
    `https://proceedings.neurips.cc/paper_files/paper/2023/file/${neurips}-Paper-Conference.pdf`,
    `neurips:2023/${neurips}`,
  ],
  // bioRxiv and medRxiv, before and after December 2025
  ['https://www.biorxiv.org/content/10.1101/2024.02.03.990001', 'doi:10.1101/2024.02.03.990001'],
  ['https://www.medrxiv.org/content/10.64898/2026.02.03.990001', 'doi:10.64898/2026.02.03.990001'],
  // Publishers' own numbers
  ['https://ieeexplore.ieee.org/document/9900001/', 'ieee:9900001'],
  ['https://ieeexplore.ieee.org/abstract/document/9900001', 'ieee:9900001'],
  ['https://ieeexplore.ieee.org/stamp/stamp.jsp?tp=&arnumber=9900001', 'ieee:9900001'],
  ['https://ieeexplore.ieee.org/xpls/abs_all.jsp?arnumber=0990001', 'ieee:990001'],
  ['https://www.sciencedirect.com/science/article/pii/S9999000126000012', 'pii:S9999000126000012'],
  ['https://www.sciencedirect.com/science/article/abs/pii/S9999555X2400003X?via%3Dihub', 'pii:S9999555X2400003X'],
  ['https://www.sciencedirect.com/science/article/pii/B9789990000000500083', 'pii:B9789990000000500083'],
  ['https://linkinghub.elsevier.com/retrieve/pii/S9999000126000012', 'pii:S9999000126000012'],
  ['https://papers.ssrn.com/sol3/papers.cfm?abstract_id=9900001', 'doi:10.2139/ssrn.9900001'],
  ['https://ssrn.com/abstract=9900001', 'doi:10.2139/ssrn.9900001'],
  // Indexes
  ['https://inspirehep.net/literature/9900001', 'inspire:9900001'],
  ['https://openalex.org/W9900000001', 'openalex:W9900000001'],
  ['https://openalex.org/works/w9900000001', 'openalex:W9900000001'],
  // Neither
  ['https://huggingface.co/papers/week/2026-W02', undefined],
  ['https://arxiv.org/list/cs.LG/recent', undefined],
  ['https://example.com/abs/2401.10010', undefined],
])('%s', (written, id) => {
  expect(identifierOf(written)).toEqual(id && { id });
});

test.each([
  ['https://www.biorxiv.org/content/10.1101/2024.02.03.990001v2', 'doi:10.1101/2024.02.03.990001', 2],
  ['https://www.biorxiv.org/content/10.1101/2024.02.03.990001v2.full', 'doi:10.1101/2024.02.03.990001', 2],
  ['https://www.biorxiv.org/content/10.1101/2024.02.03.990001v1.full.pdf+html', 'doi:10.1101/2024.02.03.990001', 1],
  ['https://www.biorxiv.org/content/biorxiv/early/2016/06/24/10.1101/990001v3.full-text', 'doi:10.1101/990001', 3],
  ['10.64898/2026.02.03.990001v12', 'doi:10.64898/2026.02.03.990001', 12],
  ['https://aclanthology.org/2020.acl-main.405v2.pdf', 'acl:2020.acl-main.405', 2],
  ['https://aclanthology.org/P18-1001v2', 'acl:P18-1001', 2],
  ['https://doi.org/10.48550/arXiv.2401.10010v4', 'arxiv:2401.10010', 4],
])('a version: %s', (written, id, version) => {
  expect(identifierOf(written)).toEqual({ id, version });
});
