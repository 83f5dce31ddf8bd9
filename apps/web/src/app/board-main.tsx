import { BoardApp } from '../board/board-app.tsx'
import { mount } from './mount.tsx'
import { pageKey } from './page-key.ts'

mount(<BoardApp boardKey={pageKey('b') ?? ''} />)
