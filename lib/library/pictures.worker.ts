/** Reads and compares beside the page: the list does not wait for pictures. */
import { type PictureNews, pictureNews } from './picture-news';

const tell = (news: PictureNews) => postMessage(news);

// Whoever started it ends it.
pictureNews(tell, new AbortController().signal).catch((error) => tell({ failure: String(error) }));
