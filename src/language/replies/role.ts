/** What a word does in its clause. */
export type Role =
  | 'modifier'
  | 'come'
  | 'absent'
  | 'cancel'
  | 'partial'
  | 'doubt'
  | 'news'
  | 'yes'
  | 'permit'
  | 'thumb'
  | 'cross'
  | 'transparent'
  | 'content';
