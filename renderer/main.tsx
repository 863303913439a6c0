import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './app/styles/sheets';
import { invariant } from '../shared/assert';
import { App } from './app/App';
import { ErrorBoundary } from './app/ErrorBoundary';

const place = document.getElementById('app');
invariant(place !== null, 'index.html has a place for the app');

createRoot(place).render(
  <StrictMode>
    <ErrorBoundary>
      <App />
    </ErrorBoundary>
  </StrictMode>,
);
