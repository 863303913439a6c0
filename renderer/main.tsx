import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './app/styles/sheets';
import { invariant } from '../shared/assert';
import { App } from './app/App';
import { ErrorBoundary } from './app/ErrorBoundary';
import { bridge } from './bridge';
import { prepareDates } from './ui/dates';

const place = document.getElementById('app');
invariant(place !== null, 'index.html has a place for the app');

const starting = bridge.app.start();
createRoot(place).render(
  <StrictMode>
    <ErrorBoundary>
      <App starting={starting} />
    </ErrorBoundary>
  </StrictMode>,
);
// While the answer is on its way.
prepareDates();
