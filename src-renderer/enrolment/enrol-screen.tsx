/** Enrols one student's face, from consent to approval. */
export function EnrolScreen() {
  return null;
}
