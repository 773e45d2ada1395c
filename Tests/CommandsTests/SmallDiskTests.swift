import Foundation
import Testing

/// A small disk of its own, which can be made read-only; the kernel grants one to whoever may have name spaces.
enum SmallDisk {
  /// A line of the shell that runs another with a disk of some bytes at `disk`.
  static func around(_ line: String, bytes: String = "64m") -> String {
    let quoted = line.replacingOccurrences(of: "'", with: "'\\''")
    return
      "mkdir -p disk && exec unshare -r -m sh -c 'mount -t tmpfs -o size=\(bytes) none disk && { \(quoted); }'"
  }

  /// Whether such a disk is to be had here.
  static let isAvailable = (try? Tool().shell(around("mount -o remount,ro disk")).code) == 0
}

@Suite(.enabled(if: SmallDisk.isAvailable, "the kernel grants no disk of its own here"))
struct SmallDiskTests {
  @Test(arguments: ["200k", "900k"]) func afterAFullDiskTheNextOneCompletes(size: String) throws {
    let tool = try Tool()
    let result = try tool.shell(
      SmallDisk.around(
        """
        sanctions ingest --batch 1 --db disk/x.db seeds; echo $?
        sanctions verify --db disk/x.db; echo $?
        mount -o remount,size=64m disk
        sanctions ingest --db disk/x.db seeds; echo $?
        cp disk/x.db sanctions.db
        """, bytes: size))
    #expect(result.output == "4\nno findings\n0\n0\n", "\(result.output) \(result.errors)")
    #expect(result.errors.hasPrefix("disk/x.db: the disk is full\n"), "\(result.errors)")
    try tool.expectTables(try Tool.withSeeds().exported())
  }

  @Test func aReadOnlyDiskIsReadAndNotWritten() throws {
    let tool = try Tool.withSeeds()
    let result = try tool.shell(
      SmallDisk.around(
        """
        cp sanctions.db disk; mount -o remount,ro disk
        post=2016-11-29-the-u-n-s-new-north-korea-resolution-wasnt-worth-the-wait
        sanctions query "Air Koryo" --db disk/sanctions.db --format csv --columns target --limit 1; echo $?
        sanctions verify --db disk/sanctions.db; echo $?
        for command in "ingest seeds" "remove $post"; do
          sanctions $command --db disk/sanctions.db; echo $?
        done
        sanctions ingest seeds --db disk/new.db; echo $?
        sanctions export disk/out; echo $?
        """))
    #expect(result.output == "target\nAir Koryo\n0\nno findings\n0\n4\n4\n4\n4\n", "\(result.output)")
    #expect(
      SeedPosts.split(result.errors) == [
        "disk/sanctions.db: the database or its folder is read-only",
        "disk/sanctions.db: the database or its folder is read-only",
        "disk/new.db: the database cannot be created: the folder is read-only",
        "disk/out: Read-only file system",
      ])
  }

  /// The log, with or without its index, of a writer who was killed; all of it lies in a folder that is read-only.
  @Test(arguments: [true, false]) func whatAKilledWriterLeftIsReadOrToldOnAReadOnlyDisk(hasIndex: Bool) throws
  {
    let (posts, _) = try SeedPosts.many()
    let tool = try Tool()
    let running = try tool.start(["ingest", "--batch", "2"], input: posts.joined(separator: "\n"))
    tool.wait(for: running, untilLogHolds: 300_000)
    running.kill()
    #expect(try running.end().code == 128 + SIGKILL)
    let result = try tool.shell(
      SmallDisk.around(
        """
        cp sanctions.db sanctions.db-wal \(hasIndex ? "sanctions.db-shm" : "") disk
        mount -o remount,ro disk
        sanctions verify --db disk/sanctions.db; echo $?
        sanctions sql "SELECT count(*) FROM post" --format tsv --db disk/sanctions.db; echo $?
        cmp sanctions.db disk/sanctions.db && cmp sanctions.db-wal disk/sanctions.db-wal && echo same
        """))
    let count = try #require(try tool.postCount())
    if hasIndex {
      #expect(
        result.output == "no findings\n0\ncount(*)\n\(count)\n0\nsame\n", "\(result.output)\(result.errors)")
    } else {
      #expect(result.output == "4\n4\nsame\n", "\(result.output)")
      let line =
        "disk/sanctions.db: its last writer did not close the database, and its folder is read-only: "
      #expect(SeedPosts.split(result.errors).allSatisfy { $0.hasPrefix(line) }, "\(result.errors)")
    }
    #expect(try tool.run(["verify"]).code == 0)
  }
}
