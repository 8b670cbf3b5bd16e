import type { Actor, Role } from '../../people/actor.ts'

const overseeing: readonly Role[] = ['coordinator', 'chair', 'operator']

/** Who sees the pages about everybody: who is who, and what was changed by whom. */
export const oversees = ({ roles }: Pick<Actor, 'roles'>): boolean => overseeing.some((role) => roles.has(role))
