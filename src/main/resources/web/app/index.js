import './style.css';
import './demo.css';
import './summary.css';
import './board.css';
import './demo-ehr.js';
import './explain/explain.css';
import './explain/explain-page.js';
