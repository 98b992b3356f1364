"use server";

import { definePostedAction } from "@/lib/auth/define-posted-action";
import { testedOfficeInput } from "./input";
import { testGateway } from "./test-gateway";

export const testGatewayAction = definePostedAction(testedOfficeInput, (ctx, input) => testGateway(ctx, input));
