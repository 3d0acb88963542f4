/// A value for each thing of one kind: an array that opens to the indices of that kind only.
struct Column<Of, Value> {
  var values: [Value]

  init(_ values: [Value] = []) { self.values = values }

  init(repeating value: Value, count: Int) { values = Array(repeating: value, count: count) }

  /// One value for each index below a count.
  init(count: Int, _ value: (Index) -> Value) {
    values = (0..<count).map { value(Index($0)) }
  }

  /// The index that the next value will have.
  var next: Index { Index(values.count) }

  mutating func append(_ value: Value) { values.append(value) }

  mutating func append(contentsOf more: some Sequence<Value>) { values.append(contentsOf: more) }

  mutating func reserveCapacity(_ count: Int) { values.reserveCapacity(count) }

  /// What a function makes of each value, for the same things.
  func mapped<Result>(_ transform: (Value) throws -> Result) rethrows -> Column<Of, Result> {
    Column<Of, Result>(try values.map(transform))
  }

  /// Each value with its index.
  var pairs: Zip2Sequence<Range<Index>, [Value]> { zip(indices, values) }
}

extension Column: RandomAccessCollection, MutableCollection {
  typealias Index = Coverage.Index<Of>

  var startIndex: Index { Index(0) }
  var endIndex: Index { Index(values.count) }
  var indices: Range<Index> { startIndex..<endIndex }
  var count: Int { values.count }

  subscript(index: Index) -> Value {
    get { values[Int(index.raw)] }
    _modify { yield &values[Int(index.raw)] }
  }

  func makeIterator() -> IndexingIterator<[Value]> { values.makeIterator() }
}

extension Column: Equatable where Value: Equatable {}
extension Column: Sendable where Value: Sendable {}
