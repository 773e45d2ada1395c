import CEmbedded

/// The style and the script of the site, which the binary carries inside.
public enum SiteAssets {
  /// The bytes of a file such as `site.css`; none for an unknown one.
  public static func bytes(_ name: String) -> [UInt8] {
    for index in 0..<embedded_file_count {
      let file = embedded_file_at(index)
      if String(cString: file.path) == "site/" + name {
        return Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
      }
    }
    return []
  }
}
