import { townJsonSchema } from '../../domain/town-schema.ts'
import { EXIT, print } from '../exit.ts'

export async function townSchema(): Promise<number> {
  print(JSON.stringify(townJsonSchema(), null, 2))
  return EXIT.ok
}
