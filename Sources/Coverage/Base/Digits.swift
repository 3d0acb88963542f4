/// Whether a byte is one of the ten digits of ASCII.
func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }
