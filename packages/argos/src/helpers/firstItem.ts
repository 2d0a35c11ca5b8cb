/** The only item of a page that can hold one; null when there is none. */
export function firstItem<Item>({ Items }: { readonly Items?: readonly Item[] | undefined }): Item | null {
  return Items?.[0] ?? null;
}
