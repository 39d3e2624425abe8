import '../ui/tokens.css';
import '../ui/base.css';
import '../ui/controls.css';
import '../ui/overlays.css';
import '../ui/parts.css';
import '../ui/marks.css';
import { start } from './start';

void start();
