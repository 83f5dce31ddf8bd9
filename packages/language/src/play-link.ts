import { catalogue } from './catalogue.ts'

/** D3: in the room, on a phone that has not opened its member's link. Loaded by those phones alone. */
export const playLink = catalogue(
  {
    title: ({ name }: { name: string }) => `Liên kết riêng của ${name}`,
    text: 'Chi bộ này vào phòng thi bằng liên kết riêng. Hãy mở liên kết của đồng chí trong Zalo, hoặc quét mã trên phiếu, bằng chính máy này.',
    ask: 'Không có liên kết? Xin người điều hành',
  },
  {
    title: ({ name }) => `The link of ${name}`,
    text: 'Members of this cell join by their own links. Open yours from Zalo, or scan the code on your slip, on this very phone.',
    ask: 'No link? Ask the host',
  },
)
