import { render } from 'preact';
import { Desk } from './desk-screen.tsx';

const place = document.getElementById('app');
if (place !== null) render(<Desk />, place);
