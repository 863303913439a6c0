// What bench:compare measures, bundled as it is in the app's worker.
export { compare } from '../../shared/compare/compare';
export { allPlaces, takeOver } from '../../shared/compare/take-over';
export { emptyRelease } from '../../shared/release/empty';
