import { z } from 'zod';

// Zod compiles its schemas with `new Function` where it can; the content security policy forbids that.
z.config({ jitless: true });
