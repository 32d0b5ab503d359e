-- Vowel signs of Indian scripts count in a search. `search_key` is a function of the app's: see
-- src-shared/people/search-key.ts.
UPDATE students SET search_key = search_key(full_name || ' ' || student_number);
