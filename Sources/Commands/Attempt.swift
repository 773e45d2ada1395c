import Graph

/// Runs what reads or writes the graph; its errors become failures with the exit code that fits.
func attempt<T>(_ body: () throws -> T) throws(Failure) -> T {
  do {
    return try body()
  } catch let failure as Failure {
    throw failure
  } catch let error as GraphError {
    throw Failure(error)
  } catch {
    throw Failure(.fileTrouble, "sanctions: \(error)")
  }
}
