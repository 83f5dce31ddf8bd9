import type { Plugin } from 'vite'

/**
 * What the page's script imports is asked for beside it and, being `async`, runs as soon as it is there. Named by the
 * script alone, a browser would learn of it only when that had come, and run it only together with it.
 */
export function earlyScripts(): Plugin {
  return {
    name: 'early-scripts',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { chunk }) => {
        const early = (chunk?.imports ?? []).map(
          (name) => `<script type="module" async crossorigin src="/${name}"></script>`,
        )
        return html.replace('<script type="module"', [...early, '<script type="module"'].join('\n    '))
      },
    },
  }
}
