-- ISO 3166-1 alpha-2: where telephone numbers without a country code are; null: nobody has said.
ALTER TABLE school ADD COLUMN phone_country TEXT
  CHECK (phone_country IS NULL OR phone_country GLOB '[A-Z][A-Z]');
