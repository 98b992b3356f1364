export const payfip = {
  name: "Régie enfance",
  officerName: "Anne Morel",
  email: "regie@exemple.fr",
  gateway: "payfip",
  numcli: "012345",
  saisie: "T",
};

export const systempay = {
  name: "Régie loisirs",
  officerName: "Anne Morel",
  email: "regie@exemple.fr",
  gateway: "systempay",
  siteId: "12345678",
  mode: "TEST",
  key: "1122334455667788",
};
