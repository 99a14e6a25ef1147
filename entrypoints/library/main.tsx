import { showLibrary } from '../../components/library/show';
import '../../components/page.css';
import './style.css';

showLibrary();
