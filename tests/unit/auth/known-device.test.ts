import { expect, test } from "vitest";
import { newDeviceProof, readDeviceProof } from "@/lib/auth/known-device";
import { newToken } from "@/lib/auth/token";

const email = "parent@exemple.fr";

test("a device is known to the account that signed in on it", () => {
  const proof = newDeviceProof(email);
  expect(readDeviceProof(proof, email)).toBe(proof.split(".")[0]);
});

test("each sign-in makes another device of it", () => {
  expect(newDeviceProof(email)).not.toBe(newDeviceProof(email));
});

test.each([
  ["nothing", undefined],
  ["an empty cookie", ""],
  ["another account's proof", newDeviceProof("autre@exemple.fr")],
  ["a made-up signature", `${newToken()}.${newToken()}`],
  ["a signature of another length", `${newToken()}.abc`],
  ["another device's signature", `${newToken()}.${newDeviceProof(email).split(".")[1]}`],
])("%s proves nothing", (_, proof) => {
  expect(readDeviceProof(proof, email)).toBeUndefined();
});
