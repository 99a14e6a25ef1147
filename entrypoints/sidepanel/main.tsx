import { showLibrary } from '../../components/library/show';
import '../../components/page.css';
import '../library/style.css';

showLibrary({ isPanel: true });
