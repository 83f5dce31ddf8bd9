import '../ui/fonts.css'
import '../ui/tokens.css'
import '../ui/reset.css'
import './guide.css'
import { applyTextSize, rememberedTextSize } from '../ui/text-size.ts'

applyTextSize(rememberedTextSize())
