// Goroutines, channels, maps, the garbage collector, panics that are recovered, and files through
// Go's standard library. Takes a directory to write in; without one, everything but the files.
package main

import (
	"bufio"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/big"
	"os"
	"path/filepath"
	"runtime"
	"sort"
	"strings"
	"sync"
	"time"
)

type node struct {
	Name     string             `json:"name"`
	Value    float64            `json:"value"`
	Children []*node            `json:"children,omitempty"`
	Labels   map[string][]uint8 `json:"labels,omitempty"`
}

func tree(depth int, seed uint64) *node {
	seed = seed*6364136223846793005 + 1442695040888963407
	n := &node{Name: fmt.Sprintf("n%x", seed>>50), Value: float64(int64(seed)) / 3e15}
	if depth > 0 {
		for k := uint64(0); k < 3; k++ {
			n.Children = append(n.Children, tree(depth-1, seed+k))
		}
		n.Labels = map[string][]uint8{"depth": {uint8(depth)}, "seed": {uint8(seed), uint8(seed >> 8)}}
	}
	return n
}

func pipeline() {
	numbers, squares := make(chan int), make(chan int, 4)
	var workers sync.WaitGroup
	for w := 0; w < 8; w++ {
		workers.Add(1)
		go func() {
			defer workers.Done()
			for n := range numbers {
				squares <- n * n
			}
		}()
	}
	go func() {
		for n := 0; n < 5000; n++ {
			numbers <- n
		}
		close(numbers)
		workers.Wait()
		close(squares)
	}()
	sum, count := 0, 0
	for s := range squares {
		sum += s
		count++
	}
	fmt.Println("squares", count, sum)
	select {
	case <-time.After(20 * time.Millisecond):
		fmt.Println("timer")
	case <-make(chan int):
	}
}

func recovered(what func()) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("recovered: %v", r)
		}
	}()
	what()
	return nil
}

func panics() {
	var none *node
	var empty []int
	zero := len(empty)
	fmt.Println(recovered(func() { fmt.Println(empty[zero]) }))
	fmt.Println(recovered(func() { fmt.Println(1 / zero) }))
	fmt.Println(recovered(func() { fmt.Println(none.Name) }))
	fmt.Println(recovered(func() { panic(errors.New("own")) }))
}

func garbage() {
	kept := map[int][]byte{}
	for k := 0; k < 20000; k++ {
		kept[k%97] = make([]byte, 1000+k%5000)
	}
	runtime.GC()
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	fmt.Println("collected", stats.NumGC > 0, len(kept), stats.HeapAlloc < 16<<20)
	factorial := big.NewInt(1)
	for k := int64(2); k <= 400; k++ {
		factorial.Mul(factorial, big.NewInt(k))
	}
	fmt.Printf("400! %x\n", sha256.Sum256([]byte(factorial.String())))
}

func documents() {
	text, err := json.Marshal(tree(6, 1))
	fmt.Println(len(text), err)
	var back node
	fmt.Println(json.Unmarshal(text, &back), len(back.Children))
	again, _ := json.Marshal(&back)
	fmt.Printf("%v %x\n", string(text) == string(again), sha256.Sum256(again))
	words := strings.FieldsFunc(string(text), func(r rune) bool { return strings.ContainsRune(`"{}[],:`, r) })
	sort.Strings(words)
	fmt.Println(len(words), words[:3], words[len(words)-1])
}

func files(directory string) error {
	nested := filepath.Join(directory, "a", "b")
	if err := os.MkdirAll(nested, 0o755); err != nil {
		return err
	}
	path := filepath.Join(nested, "lines.txt")
	out, err := os.Create(path)
	if err != nil {
		return err
	}
	buffered := bufio.NewWriter(out)
	for k := 0; k < 3000; k++ {
		fmt.Fprintf(buffered, "%d %x\n", k, uint64(k)*0x9e3779b97f4a7c15)
	}
	buffered.Flush()
	out.Close()
	data, err := os.ReadFile(path)
	fmt.Printf("%d bytes %v %x\n", len(data), err, sha256.Sum256(data))
	if err := os.Rename(path, filepath.Join(directory, "moved.txt")); err != nil {
		return err
	}
	_, err = os.Open(path)
	fmt.Println(errors.Is(err, fs.ErrNotExist))
	return filepath.WalkDir(directory, func(path string, entry fs.DirEntry, err error) error {
		relative, _ := filepath.Rel(directory, path)
		fmt.Println(relative, entry.IsDir(), err)
		return nil
	})
}

func main() {
	pipeline()
	panics()
	garbage()
	documents()
	input, err := io.ReadAll(os.Stdin)
	fmt.Println(len(strings.Fields(string(input))), "words", err)
	if len(os.Args) < 2 {
		os.Exit(3)
	}
	if err := files(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
