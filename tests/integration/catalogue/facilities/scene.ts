import { createFacility } from "@/lib/catalogue/facilities/create-facility";
import { facilityInput } from "@/lib/catalogue/facilities/input";
import type { Context } from "@/lib/core/context";

export const typedFacility = {
  name: "École Jean-Moulin",
  address: "4 rue du Stade, 59000 Saint-Aubin",
  email: "jean-moulin@exemple.fr",
  phone: "03 53 01 00 40",
  schoolZone: "B",
  schoolWeek: "four_days",
};

export const aFacility = async (ctx: Context) =>
  (await createFacility(ctx, facilityInput.parse(typedFacility))).facilityId;
