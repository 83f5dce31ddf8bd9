import { describe } from 'vitest'
import { onEveryDatabase } from '../testing/databases.ts'
import { accountsContract } from './accounts.contract.ts'
import { administrationContract } from './administration.contract.ts'
import { administratorsContract } from './administrators.contract.ts'
import { auditContract } from './audit.contract.ts'
import { cellsContract } from './cells.contract.ts'
import { contestsContract } from './contests.contract.ts'
import { devicesContract } from './devices.contract.ts'
import { cellErasureContract } from './cell-erasure.contract.ts'
import { excusalsContract } from './excusals.contract.ts'
import { installationContract } from './installation.contract.ts'
import { invitationsContract } from './invitations.contract.ts'
import { memberLinksContract } from './member-links.contract.ts'
import { memberMergesContract } from './member-merges.contract.ts'
import { membersContract } from './members.contract.ts'
import { recoveriesContract } from './recoveries.contract.ts'
import { remotesContract } from './remotes.contract.ts'
import { resultsContract } from './results.contract.ts'
import { sessionsContract } from './sessions.contract.ts'

describe('accounts', () => onEveryDatabase(accountsContract))
describe('administration', () => onEveryDatabase(administrationContract))
describe('administrators', () => onEveryDatabase(administratorsContract))
describe('audit', () => onEveryDatabase(auditContract))
describe('cells', () => onEveryDatabase(cellsContract))
describe('contests', () => onEveryDatabase(contestsContract))
describe('devices', () => onEveryDatabase(devicesContract))
describe('cell erasure', () => onEveryDatabase(cellErasureContract))
describe('excusals', () => onEveryDatabase(excusalsContract))
describe('installation', () => onEveryDatabase(installationContract))
describe('invitations', () => onEveryDatabase(invitationsContract))
describe('member links', () => onEveryDatabase(memberLinksContract))
describe('member merges', () => onEveryDatabase(memberMergesContract))
describe('members', () => onEveryDatabase(membersContract))
describe('recoveries', () => onEveryDatabase(recoveriesContract))
describe('remotes', () => onEveryDatabase(remotesContract))
describe('results', () => onEveryDatabase(resultsContract))
describe('sessions', () => onEveryDatabase(sessionsContract))
