import './style.css';
import './demo-ehr.js';
