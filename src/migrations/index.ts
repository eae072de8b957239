import * as migration_20261122_144046_initial from './20261122_144046_initial';

export const migrations = [
  {
    up: migration_20261122_144046_initial.up,
    down: migration_20261122_144046_initial.down,
    name: '20261122_144046_initial'
  },
];
