const list = (words: string): string[] => words.trim().split(/\s+/);

export const childNames = list(`
  Adam Adèle Agathe Alice Alix Amine Anaïs Anna Antoine Apolline Aria Arthur Assia Augustin Aya Ayden Basile Camille
  Capucine Célestine Charlie Charlotte Chloé Clémence Côme Diane Élias Élise Élouan Émile Emma Emy Ethan Eva Ezra Fatou
  Gabin Gabriel Gaspard Giulia Hugo Ibrahim Imran Inaya Inès Iris Ismaël Jade Jeanne Jules Juliette Kylian Léa Léna Léo
  Léon Léonie Liam Lila Lina Linh Lou Louis Louise Lucas Lucie Maël Maëlys Malo Margaux Marius Martin Mathis Maya Mia
  Milo Mohamed Naël Naïm Nathan Nina Noah Noé Nour Olivia Oscar Paul Pia Rafael Raphaël Robin Romane Romy Rosalie Rose
  Sacha Salomé Samuel Sarah Sofia Soline Stella Swann Théo Thiago Tiago Timéo Tom Valentin Victoire Victor Yanis Youssef
  Zélie Zoé`);

export const adultNames = list(`
  Abdel Adeline Aïcha Alexandre Aline Amélie Anne Aurélie Aurore Bastien Benoît Bruno Camille Caroline Cécile Céline
  Charlène Chloé Claire Clément Coralie Damien David Delphine Élodie Émilie Emmanuel Estelle Fabien Fanny Farid Fatima
  Florence Florian Franck Frédéric Gaëlle Grégory Guillaume Hélène Hervé Ikram Isabelle Jérémy Jérôme Johanna Jonathan
  Julie Julien Karim Karine Kévin Laetitia Laura Laure Leïla Lionel Ludovic Malika Marc Marie Marion Mathieu Maud
  Mélanie Mickaël Morgane Moussa Nadia Nathalie Nicolas Olivier Pauline Pierre Priscilla Quentin Rachid Romain Sabrina
  Samir Sandrine Sébastien Séverine Solène Sonia Stéphanie Sylvain Thi Thomas Valérie Vanessa Vincent Virginie Yann
  Yasmina`);

export const familyNames = list(`
  Abadie Alves André Arnaud Aubert Bah Barbier Baron Barre Benoit Bernard Berthe Besson Blanc Blanchard Bonnet Boucher
  Bouchard Boulanger Bourgeois Boyer Breton Brun Brunet Caron Carpentier Chevalier Clément Colin Collet Cordier Costa
  Coulibaly Cousin Da-Silva David Delattre Delaunay Denis Deschamps Devaux Diallo Diop Dubois Dufour Dumas Dumont Dupont
  Dupuis Durand Duval El-Amrani Étienne Fabre Faure Fernandes Ferreira Fleury Fontaine Fournier François Gaillard Garnier
  Gauthier Gautier Gérard Germain Girard Giraud Gomes Gonzalez Guérin Guillaume Guillot Haddad Hamdi Henry Hubert Huet
  Jacob Jacquet Joly Kaya Kone Lambert Laurent Le-Gall Leblanc Lebrun Leclerc Lecomte Lefebvre Lefèvre Legrand Lemaire
  Lemoine Leroux Leroy Lopes Lopez Louis Lucas Maillard Mallet Mansouri Marchand Martin Martinez Marty Masson Mathieu
  Menard Mercier Meunier Michel Millet Monnier Moreau Morel Morin Moulin Muller N’Diaye Nguyen Nicolas Noël Olivier
  Pereira Perez Perret Perrin Perrot Petit Philippe Picard Pham Pinto Poirier Pons Prévost Ramos Renard Renaud Rey
  Reynaud Richard Rivière Robert Roche Rodriguez Roger Rolland Romero Roux Roy Royer Sahin Sanchez Santos Schmitt Simon
  Sow Tessier Thomas Touré Traoré Vasseur Vidal Vincent Weber Yildiz Zidani`).map((name) => name.replace("-", " "));

export const streets = [
  "rue des Tilleuls",
  "rue de l’Église",
  "rue du Moulin",
  "avenue de la République",
  "place du Marché",
  "rue Pasteur",
  "rue des Prés",
  "allée des Acacias",
  "chemin du Lavoir",
  "rue Victor-Hugo",
  "impasse des Cerisiers",
  "boulevard Jean-Jaurès",
  "rue Louise-Michel",
  "résidence du Parc",
  "rue du 11-Novembre",
];

/** Where families of the neighbourhood live: they pay the price of outsiders. */
export const neighbours = [
  { postalCode: "59998", city: "Vaucelle" },
  { postalCode: "59997", city: "Le Mesnil" },
];

export const town = { postalCode: "59999", city: "Saint-Aubin" };
