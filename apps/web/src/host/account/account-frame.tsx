import { HostShell } from '../parts/host-shell.tsx'
import { ShortForm, type ShortFormProps } from '../parts/short-form.tsx'

/** A page that is one short form. */
export function AccountFrame(props: ShortFormProps) {
  return (
    <HostShell width="phone">
      <ShortForm {...props} />
    </HostShell>
  )
}
