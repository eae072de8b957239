import type { Sweep } from '@/platform/sweeps'

/** Every sweep of every feature, in the order in which a round runs them. */
export const sweeps: Sweep[] = []
