declare module 'html-encoding-sniffer' {
  /** Name of the encoding in the case of the Encoding Standard, or `defaultEncoding` as given. */
  export default function sniffHtmlEncoding(
    bytes: Uint8Array,
    options?: {
      xml?: boolean
      transportLayerEncodingLabel?: string
      defaultEncoding?: string
      maxPrescanBytes?: number
    },
  ): string | null
}
