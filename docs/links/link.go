// Prints three links to the playground with a rule and events: go run link.go rule.yml events.jsonl
package main

import (
	"bytes"
	"compress/flate"
	"encoding/base64"
	"fmt"
	"log"
	"net/url"
	"os"
	"strings"
)

const playground = "https://playground.example/"

func read(name string) []byte {
	text, err := os.ReadFile(name)
	if err != nil {
		log.Fatal(err)
	}
	return text
}

// QueryEscape writes a space as +, which a link takes for a plus.
func percent(text []byte) string {
	return strings.ReplaceAll(url.QueryEscape(string(text)), "+", "%20")
}

func base64url(data []byte) string {
	return base64.RawURLEncoding.EncodeToString(data)
}

func packed(text []byte) string {
	var out bytes.Buffer
	writer, err := flate.NewWriter(&out, flate.BestCompression)
	if err != nil {
		log.Fatal(err)
	}
	writer.Write(text)
	writer.Close()
	return base64url(out.Bytes())
}

func main() {
	if len(os.Args) != 3 {
		log.Fatal("go run link.go rule.yml events.jsonl")
	}
	rule, events := read(os.Args[1]), read(os.Args[2])
	fmt.Printf("%s#rule=%s&events=%s\n", playground, percent(rule), percent(events))
	fmt.Printf("%s#rule-base64=%s&events-base64=%s\n", playground, base64url(rule), base64url(events))
	fmt.Printf("%s#rule-deflate=%s&events-deflate=%s\n", playground, packed(rule), packed(events))
}
