import { z } from 'zod';

/** A role as it is given: with its area for a coordinator, whose null kecamatan means the whole city. */
const grantedRoleSchema = z.union([
  z.object({ role: z.enum(['ADMIN', 'STAFF']) }),
  z.object({
    role: z.literal('COORDINATOR'),
    kecamatanCode: z.string().nullable(),
    kelurahanCode: z.string().nullable(),
  }),
]);

/** Where an admin is while giving somebody a role. */
export const appointmentSchema = z.discriminatedUnion('step', [
  /** Which area is the coordinator for? */
  z.object({ step: z.literal('area') }),
  /** Who gets the role? */
  z.object({ step: z.literal('person'), role: grantedRoleSchema }),
]);
