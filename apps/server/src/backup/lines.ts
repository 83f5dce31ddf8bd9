import type { BackupOutcome, BackupStep, RestoreOutcome, SqliteDamage } from '@khac-sau/database'
import type { Failed } from './work-apart.ts'

/** What a script says when it ends: what happened, and what to do next. */
export type Said = { readonly code: 0 | 1 | 2; readonly lines: readonly string[] }

export const backupUsage = 'Cách dùng / usage: npm run backup -- <tệp mới / new file>.sqlite'
export const restoreUsage = 'Cách dùng / usage: npm run restore -- <tệp sao lưu / backup file>.sqlite'

export function stepLine(step: BackupStep): string {
  return steps[step]
}

export function backupSaid(outcome: BackupOutcome | Failed, dataFile: string, toFile: string): Said {
  if (outcome.ok) {
    const { contests, bytes, sha256 } = outcome.value
    return done(
      `Đã sao lưu ${contests} kỳ thi vào ${toFile} — backed up ${contests} contests (${megabytes(bytes)} MB)`,
      `SHA-256 ${sha256}`,
    )
  }
  switch (outcome.refusal) {
    case 'no-database':
      return stopped(
        `Chưa có dữ liệu tại ${dataFile} — there are no data there`,
        'Đặt DATA_DIR đúng thư mục dữ liệu — set DATA_DIR to the folder that holds them',
      )
    case 'no-folder':
      return stopped(
        `Không có thư mục cho ${toFile} — there is no folder for it`,
        'Cắm USB hoặc tạo thư mục rồi làm lại — plug the stick in or make the folder, then try again',
      )
    case 'target-exists':
      return stopped(
        `${toFile} đã có, không ghi đè — it exists and is never overwritten`,
        'Chọn tên tệp khác — choose another file name',
      )
    case 'damaged':
      return stopped(
        `Không sao lưu: dữ liệu ${damageLine(outcome.damage)}`,
        `Dừng máy chủ, giữ nguyên ${dataFile}, khôi phục bản sao lưu gần nhất — stop the server, keep that file, restore the latest backup`,
      )
    case 'failed':
      return failedSaid(outcome)
  }
}

export function restoreSaid(outcome: RestoreOutcome | Failed, dataFile: string, backupFile: string): Said {
  if (outcome.ok) {
    const { contests, keptAs } = outcome.value
    const line = `Đã khôi phục ${contests} kỳ thi vào ${dataFile} — restored ${contests} contests`
    return keptAs === undefined ? done(line) : done(line, `Dữ liệu trước đó / what was there before: ${keptAs}`)
  }
  switch (outcome.refusal) {
    case 'in-use':
      return stopped(
        `Một chương trình đang mở ${dataFile}; chưa thay đổi gì — a program has it open; nothing was changed`,
        'Tắt Khắc Sâu (Ctrl+C) rồi làm lại — stop Khắc Sâu (Ctrl+C), then try again',
      )
    case 'damaged':
      return stopped(
        `Không khôi phục, chưa thay đổi gì: ${backupFile} ${damageLine(outcome.damage)}; nothing was changed`,
        nextAfter(outcome.damage),
      )
    case 'failed':
      return failedSaid(outcome)
  }
}

export function serverRunsSaid(pid: number, file: string): Said {
  return stopped(
    `Máy chủ đang chạy (tiến trình ${pid}); chưa thay đổi gì — the server is running; nothing was changed`,
    `Tắt Khắc Sâu (Ctrl+C) rồi làm lại; nếu không có máy chủ nào, xoá ${file} — stop it, then try again; if none runs, delete that file`,
  )
}

const steps: Readonly<Record<BackupStep, string>> = {
  copying: '… đang sao chép — copying',
  checking: '… đang kiểm tra từng kỳ thi — checking every contest',
  replacing: '… đang thay dữ liệu — putting it in place',
}

const failures: Readonly<Record<Failed['reason'], readonly [what: string, next: string]>> = {
  'disk-full': [
    'Đĩa đã đầy; chưa thay đổi gì — the disk is full; nothing was changed',
    'Giải phóng dung lượng hoặc chọn đĩa khác — free some space or choose another disk',
  ],
  'not-allowed': [
    'Không có quyền đọc hoặc ghi tại đó; chưa thay đổi gì — not allowed to read or write there; nothing was changed',
    'Chọn thư mục khác hoặc cấp quyền — choose another folder or give the right to it',
  ],
  other: [
    'Không làm được; dữ liệu vẫn nguyên — it failed; the data are as they were',
    'Thử lại; nếu vẫn lỗi, thử một đĩa khác — try again; if it fails again, try another disk',
  ],
}

function failedSaid({ reason, message }: Failed): Said {
  const [what, next] = failures[reason]
  return stopped(`${what} (${message})`, next)
}

function nextAfter({ kind }: SqliteDamage): string {
  if (kind === 'missing') return 'Kiểm tra lại tên tệp — check the file name'
  if (kind === 'newer-migration') return 'Cập nhật Khắc Sâu rồi làm lại — update Khắc Sâu, then try again'
  return 'Dùng bản sao lưu khác, xem thư mục backups — use another backup, see the folder backups'
}

function damageLine(damage: SqliteDamage): string {
  switch (damage.kind) {
    case 'missing':
      return 'không tồn tại — does not exist'
    case 'not-a-database':
      return 'không phải tệp dữ liệu SQLite — is no SQLite database'
    case 'another-application':
      return 'không phải của Khắc Sâu — is not a database of Khắc Sâu'
    case 'newer-migration':
      return 'do phiên bản mới hơn tạo ra — was written by a newer version'
    case 'integrity':
      return `bị hỏng — is damaged (${damage.message})`
    case 'chain':
      return `bị sửa hoặc mất ở kỳ thi ${damage.contestId}, dòng ${damage.seq} — was changed or cut in that contest at that row`
    case 'content':
      return `bị sửa câu hỏi của kỳ thi ${damage.contestId} — holds changed questions of that contest`
  }
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1)
}

function done(...lines: readonly string[]): Said {
  return { code: 0, lines }
}

function stopped(...lines: readonly string[]): Said {
  return { code: 1, lines }
}
