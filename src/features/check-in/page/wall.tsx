import { render } from 'preact';
import { Wall } from './wall-screen.tsx';

const place = document.getElementById('app');
if (place !== null) render(<Wall />, place);
