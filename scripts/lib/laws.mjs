// Laws (properties over made-up values) are tried on the same values in every run of the tests, so that a failure comes again
// and tells of the change at hand. `npm run torture:laws` looks for new ones, with seeds of its own.
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env['STANDFIRST_SEED'] ?? 1) });
