/** A drawn row of students: what the camera shows in the README's pictures, so that nobody real is in them. */
const SHIRTS = ['#5b7db1', '#b1705b', '#6a9c78', '#8d6fae', '#b39a4d'];
const SKINS = ['#8d5a3b', '#e0ac85', '#c68642', '#f1c9a5', '#6b4226'];
const HAIR = ['#2b2118', '#4a2f1b', '#1d1a1a', '#7a4a21', '#23180f'];

function figure(index: number): string {
  const x = 120 + index * 180;
  const y = 250 + (index % 2) * 26;
  return `<g transform="translate(${x} ${y})">
    <path d="M-86 290c0-110 36-160 86-160s86 50 86 160z" fill="${SHIRTS[index]}"/>
    <rect x="-20" y="70" width="40" height="70" rx="18" fill="${SKINS[index]}"/>
    <ellipse rx="56" ry="68" cy="20" fill="${SKINS[index]}"/>
    <path d="M-60 16c-6-70 30-94 60-94s66 24 60 94c-12-40-28-54-60-54s-48 14-60 54z" fill="${HAIR[index]}"/>
    <circle cx="-20" cy="20" r="5" fill="#222"/><circle cx="20" cy="20" r="5" fill="#222"/>
    <path d="M-18 52q18 14 36 0" fill="none" stroke="#5a2a20" stroke-width="4" stroke-linecap="round"/>
  </g>`;
}

/** @returns a page of 960 x 540 pixels */
export function drawnClassPage(): string {
  const figures = SHIRTS.map((_shirt, index) => figure(index)).join('');
  return `<style>body{margin:0}</style><svg xmlns="http://www.w3.org/2000/svg" width="960" height="540">
    <rect width="960" height="540" fill="#d9dfe3"/><rect y="430" width="960" height="110" fill="#b9a58c"/>
    <rect x="250" y="30" width="460" height="150" rx="6" fill="#2f4a43" stroke="#8a6f4e" stroke-width="10"/>
    ${figures}</svg>`;
}
