import type { PlantedDefect } from "./types.ts";

/** A source with a defect in it; throws when the text that it replaces is not there as it was. */
export function plantedIn(source: string, { defect, file, find, put, everywhere }: PlantedDefect): string {
  if (find === "" || find === put) throw new Error(`"${defect}" changes nothing.`);
  const places = source.split(find).length - 1;
  if (places === 0) throw new Error(`"${defect}": its text is no longer in ${file}. Write the record anew.`);
  if (places > 1 && everywhere !== true)
    throw new Error(`"${defect}": its text stands ${places} times in ${file}. Make it longer.`);
  return source.split(find).join(put);
}
