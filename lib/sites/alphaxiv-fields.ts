/** What alphaXiv's lists and pages share: every host of it serves the same. */
export const base = 'https://www.alphaxiv.org';

/** Links to a paper: its PDF with comments, and its overview. */
export const links = 'a[href*="/abs/"], a[href*="/overview/"]';
