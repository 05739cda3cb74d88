// Each vector of a documented kind becomes the type of its kind, and the same JSON again.
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"reflect"

	"mimc"
)

type vector struct {
	ID     string `json:"id"`
	Kind   string `json:"kind"`
	Raw    string `json:"raw"`
	Expect struct {
		Dialect string `json:"dialect"`
	} `json:"expect"`
	Schemas map[string]bool `json:"schemas"`
}

func (v vector) isKnown() bool {
	return v.Kind == "message" && v.Expect.Dialect == "manual-v1" && v.Schemas["known-message"]
}

func main() {
	total := 0
	for _, file := range os.Args[1:] {
		count, err := read(file)
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		total += count
	}
	// A kind that is not documented is none of the types, which the application can see.
	other := `{"version":0,"msgId":"1","msgType":"STICKER","timestamp":"1","payload":"x"}`
	var known mimc.KnownMessage
	if json.Unmarshal([]byte(other), &known) == nil && known.GetActualInstance() != nil {
		fmt.Fprintf(os.Stderr, "an unknown kind is read as %T\n", known.GetActualInstance())
		os.Exit(1)
	}
	fmt.Printf("%d there and back\n", total)
}

// Takes all messages of documented kinds in a file of vectors there and back.
func read(file string) (int, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return 0, err
	}
	count := 0
	for _, line := range bytes.Split(bytes.TrimSpace(text), []byte("\n")) {
		var v vector
		if err := json.Unmarshal(line, &v); err != nil {
			return 0, err
		}
		if !v.isKnown() {
			continue
		}
		var message map[string]any
		if err := json.Unmarshal([]byte(v.Raw), &message); err != nil {
			return 0, err
		}
		if err := thereAndBack(message); err != nil {
			return 0, fmt.Errorf("%s: %w", v.ID, err)
		}
		// What is not known yet is kept, and the last version has room.
		message["version"] = 4294967295.0
		message["more"] = map[string]any{"w": []any{1.0, "x", nil}}
		if err := thereAndBack(message); err != nil {
			return 0, fmt.Errorf("%s with more: %w", v.ID, err)
		}
		count++
	}
	if count == 0 {
		return 0, fmt.Errorf("%s: no line is of a documented kind", file)
	}
	return count, nil
}

func thereAndBack(message map[string]any) error {
	text, err := json.Marshal(message)
	if err != nil {
		return err
	}
	var known mimc.KnownMessage
	if err := json.Unmarshal(text, &known); err != nil {
		return err
	}
	read, err := contentOf(known)
	if err != nil {
		return err
	}
	if read.msgType != message["msgType"] || read.msgID != message["msgId"] || !read.isOf(message["payload"]) {
		return fmt.Errorf("is read as %+v", read)
	}
	back, err := json.Marshal(known)
	if err != nil {
		return err
	}
	var again map[string]any
	if err := json.Unmarshal(back, &again); err != nil {
		return err
	}
	if !reflect.DeepEqual(again, message) {
		return fmt.Errorf("comes back as %s", back)
	}
	return nil
}
