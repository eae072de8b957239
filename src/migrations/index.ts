import * as migration_20261122_135221_initial from './20261122_135221_initial';

export const migrations = [
  {
    up: migration_20261122_135221_initial.up,
    down: migration_20261122_135221_initial.down,
    name: '20261122_135221_initial'
  },
];
