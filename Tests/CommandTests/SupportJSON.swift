import Foundation
import Testing

/// JSON as the tests read it: a member has the name that it has in the file, and is null where there is
/// none.
@dynamicMemberLookup
enum JSONValue: Equatable, Decodable {
  case null
  case flag(Bool)
  case number(Double)
  case text(String)
  case list([JSONValue])
  case object([String: JSONValue])

  init(_ bytes: [UInt8]) throws {
    self = try JSONDecoder().decode(JSONValue.self, from: Data(bytes))
  }

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .null
    } else if let flag = try? value.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? value.decode(Double.self) {
      self = .number(number)
    } else if let text = try? value.decode(String.self) {
      self = .text(text)
    } else if let list = try? value.decode([JSONValue].self) {
      self = .list(list)
    } else {
      self = .object(try value.decode([String: JSONValue].self))
    }
  }

  subscript(dynamicMember name: String) -> JSONValue { self[name] }
  subscript(name: String) -> JSONValue { members[name] ?? .null }
  subscript(index: Int) -> JSONValue { items.indices.contains(index) ? items[index] : .null }

  var members: [String: JSONValue] { if case .object(let members) = self { members } else { [:] } }
  var items: [JSONValue] { if case .list(let items) = self { items } else { [] } }

  var text: String {
    guard case .text(let text) = self else { return unexpected("a text", "") }
    return text
  }
  var number: Double {
    guard case .number(let number) = self else { return unexpected("a number", .nan) }
    return number
  }
  var whole: Int {
    Int(exactly: number) ?? unexpected("a whole number", .min)
  }

  private func unexpected<Value>(_ kind: String, _ value: Value) -> Value {
    Issue.record("\(self) is not \(kind)")
    return value
  }
}

extension JSONValue: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByStringLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  init(nilLiteral: ()) { self = .null }
  init(booleanLiteral flag: Bool) { self = .flag(flag) }
  init(integerLiteral number: Int) { self = .number(Double(number)) }
  init(floatLiteral number: Double) { self = .number(number) }
  init(stringLiteral text: String) { self = .text(text) }
  init(arrayLiteral items: JSONValue...) { self = .list(items) }
  init(dictionaryLiteral members: (String, JSONValue)...) {
    self = .object(Dictionary(uniqueKeysWithValues: members))
  }
}

extension JSONValue {
  /// What `resume.json` says of one of its inputs.
  func input(_ name: String) -> JSONValue {
    self.entrees.items.first { $0.chemin.text.hasSuffix(name) } ?? .null
  }
}
