package codec

import "strconv"

// object is the text of a JSON object, member by member. encoding/json would make the engine larger.
type object []byte

// name begins a member.
func (o *object) name(name string) {
	between := byte(',')
	if len(*o) == 0 {
		between = '{'
	}
	*o = append(appendString(append(*o, between), name), ':')
}

func (o *object) string(name, v string) {
	o.name(name)
	*o = appendString(*o, v)
}

func (o *object) number(name string, v float64) {
	o.name(name)
	*o = appendNumber(*o, v)
}

func (o *object) bool(name string, v bool) {
	o.name(name)
	*o = strconv.AppendBool(*o, v)
}

// json is a member whose value has been written already.
func (o *object) json(name string, v []byte) {
	o.name(name)
	*o = append(*o, v...)
}

// end closes the object.
func (o object) end() []byte {
	if len(o) == 0 {
		o = object{'{'}
	}
	return append(o, '}')
}

// list is the text of a JSON list.
func list[T any](of []T, value func(T) []byte) []byte {
	to := []byte{'['}
	for i, v := range of {
		if i > 0 {
			to = append(to, ',')
		}
		to = append(to, value(v)...)
	}
	return append(to, ']')
}

// appendNumber writes a finite number in the fewest digits that give its value.
func appendNumber(to []byte, v float64) []byte { return strconv.AppendFloat(to, v, 'f', -1, 64) }

// appendString writes a text in quotes. What is not UTF-8 is left for the page's decoder to replace.
func appendString(to []byte, v string) []byte {
	const hex = "0123456789abcdef"
	to = append(to, '"')
	from := 0
	for i := range len(v) {
		c := v[i]
		if c >= ' ' && c != '"' && c != '\\' {
			continue
		}
		to = append(to, v[from:i]...)
		if from = i + 1; c < ' ' {
			to = append(to, '\\', 'u', '0', '0', hex[c>>4], hex[c&15])
		} else {
			to = append(to, '\\', c)
		}
	}
	return append(append(to, v[from:]...), '"')
}
