import './style.css';
import './demo.css';
import './demo-ehr.js';
