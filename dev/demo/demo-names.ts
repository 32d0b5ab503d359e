import type { SeededRandom } from './seeded-random.ts';

/** Given and family names that go together; every combination is made up. */
const NAMES: ReadonlyArray<readonly [given: string, family: string]> = [
  ['Amina Chidi Ngozi Tunde Zainab Emeka Folake Kofi', 'Okafor Adeyemi Mensah Balogun Eze Owusu'],
  ['Ana Diego Lucía Mateo Sofía Íñigo Valentina Tomás', 'García Núñez Fernández Ibáñez Muñoz Peña'],
  ['Mei Wei Xiaoming Lan Jun Yating Hao Ling', 'Chen Wang Li Zhang Lin Huang'],
  ['Priya Arjun Ananya Rohan Kavya Vikram Meera Sanjay', 'Sharma Patel Iyer Reddy Nair Banerjee'],
  [
    'Emma Oliver Grace Harry Poppy Callum Isla Rhys',
    'Walker Hughes Campbell Bennett Fletcher Shaw',
  ],
  ['Yusuf Elif Mehmet Zeynep İpek Kerem Ayşe Emre', 'Yılmaz Demir Çelik Şahin Öztürk Işık'],
  ['Fatima Omar Layla Karim Nour Tariq Salma Idris', 'Haddad Benali El-Amin Mansour Khalil Nasser'],
  ['Łukasz Zofia Wojciech Agnieszka Paweł Małgorzata', 'Kowalski Wiśniewska Wójcik Żak Dąbrowska'],
  ['Nguyễn-An Linh Minh Thảo Quang Hương', 'Trần Phạm Lê Đặng Võ Bùi'],
  ['Léa Hugo Chloé Émile Inès Théo', 'Dubois Lefèvre Moreau Bélanger Garçon'],
  ['Sakura Haruto Yui Ren Aoi Kaito', 'Tanaka Suzuki Yamamoto Kobayashi Mori'],
  ['Freya Søren Astrid Bjørn Maja Åke', 'Lindqvist Sørensen Bjørnstad Ångström Holm'],
  ['Ioana Andrei Petra Luka Milena Dragan', 'Popescu Horvat Novák Petrović Ionescu'],
  ['Keisha Malik Aaliyah Jamal Imani Darius', "Johnson Williams O'Connor Brooks Carter"],
];

/** Names of people who do not exist, no two alike, drawn evenly from many places. */
export function demoNames(count: number, random: SeededRandom): string[] {
  const names = new Set<string>();
  while (names.size < count) {
    const [given, family] = NAMES[names.size % NAMES.length] ?? ['', ''];
    names.add(`${random.pick(given.split(' '))} ${random.pick(family.split(' '))}`);
  }
  return random.shuffled([...names]);
}
