// Collections, strings, closures, 128-bit arithmetic, formatting of floats and files through Rust's
// standard library. Takes a directory to write in; without one, everything but the files.
use std::collections::{BTreeMap, BinaryHeap, HashMap};
use std::fmt;
use std::fs::{self, File, OpenOptions};
use std::io::{self, BufRead, BufReader, BufWriter, Read, Seek, SeekFrom, Write};
use std::path::Path;
use std::rc::Rc;

struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }
}

#[derive(Debug, Clone, PartialEq)]
enum Item {
    Tool { name: String, weight: f64 },
    Part(u32, Option<Rc<Item>>),
    Nothing,
}

impl fmt::Display for Item {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Item::Tool { name, weight } => write!(f, "{name:>8}:{weight:.3e}"),
            Item::Part(number, Some(of)) => write!(f, "#{number:04x} of {of}"),
            Item::Part(number, None) => write!(f, "#{number:04x}"),
            Item::Nothing => f.write_str("nothing"),
        }
    }
}

fn items(random: &mut Random, count: usize) -> Vec<Rc<Item>> {
    let mut all: Vec<Rc<Item>> = vec![Rc::new(Item::Nothing)];
    for k in 0..count {
        let item = match random.next() % 3 {
            0 => Item::Tool {
                name: format!("t{}", random.next() % 50),
                weight: random.next() as f64 / 1e17,
            },
            1 => Item::Part(k as u32, Some(all[(random.next() % all.len() as u64) as usize].clone())),
            _ => Item::Part(k as u32 * 7, None),
        };
        all.push(Rc::new(item));
    }
    all
}

fn collections(random: &mut Random) {
    let all = items(random, 400);
    let mut by_length: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    let mut seen: HashMap<String, u32> = HashMap::new();
    for item in &all {
        let text = item.to_string();
        *seen.entry(text.chars().filter(|c| c.is_alphabetic()).collect()).or_default() += 1;
        by_length.entry(text.len()).or_default().push(text);
    }
    for (length, texts) in by_length.range(..40) {
        println!("{length}: {} {:?}", texts.len(), texts.iter().max());
    }
    let mut counts: Vec<_> = seen.into_iter().collect();
    counts.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    println!("{:?}", &counts[..counts.len().min(6)]);
    println!("{:#?}", all.iter().rev().find(|i| matches!(***i, Item::Part(_, Some(_)))));

    let mut heap: BinaryHeap<u64> = (0..2000).map(|_| random.next() % 10_000).collect();
    let mut sum = 0u128;
    while let Some(top) = heap.pop() {
        sum = sum.wrapping_mul(0x1_0000_0001_b3) ^ top as u128;
    }
    println!("heap {sum:#034x} {}", sum % 1_000_000_007);
}

fn numbers(random: &mut Random) {
    let mut product = 1u128;
    for k in 1..=34u128 {
        product = product.checked_mul(k).unwrap_or(u128::MAX);
    }
    println!("34! = {product}, overflow {:?}", i32::MAX.checked_add(1));
    println!("{:?} {:?}", f64::NAN.max(1.0), (-7i64).rem_euclid(3));
    println!("{} {} {}", f32::MIN_POSITIVE, f64::MAX, 0.1 + 0.2);
    println!("{} {} {}", 300.7f32 as u8, -5.5f64 as u32, f64::NAN as i64);
    for _ in 0..8 {
        let value = f64::from_bits(random.next());
        let text = format!("{value:e}");
        let back: f64 = text.parse().unwrap();
        println!("{text} {}", back.to_bits() == value.to_bits() || value.is_nan());
    }
    println!("{:?} {:?}", "12x".parse::<i32>(), "1e400".parse::<f64>());
}

fn files(directory: &Path, random: &mut Random) -> io::Result<()> {
    let nested = directory.join("a/b");
    fs::create_dir_all(&nested)?;
    let path = nested.join("lines.txt");
    {
        let mut out = BufWriter::new(File::create(&path)?);
        for k in 0..3000 {
            writeln!(out, "{k} {:x}", random.next())?;
        }
    }
    let longest = BufReader::new(File::open(&path)?).lines().map(Result::unwrap).max_by_key(String::len);
    println!("longest {longest:?}, {} bytes", fs::metadata(&path)?.len());
    let mut file = OpenOptions::new().read(true).write(true).open(&path)?;
    file.seek(SeekFrom::Start(10))?;
    file.write_all(b"<overwritten>")?;
    file.seek(SeekFrom::End(-20))?;
    let mut tail = String::new();
    file.read_to_string(&mut tail)?;
    println!("tail {tail:?}");
    fs::copy(&path, directory.join("copy.txt"))?;
    fs::rename(directory.join("copy.txt"), nested.join("moved.txt"))?;
    let mut names: Vec<_> = fs::read_dir(&nested)?.map(|e| e.unwrap().file_name()).collect();
    names.sort();
    println!("{names:?}");
    fs::remove_file(&path)?;
    println!("{:?}", File::open(&path).map_err(|e| e.kind()).err());
    println!("{:?}", fs::remove_dir(&nested).map_err(|_| "not empty"));
    Ok(())
}

fn main() -> io::Result<()> {
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    collections(&mut random);
    numbers(&mut random);
    let mut input = String::new();
    io::stdin().read_to_string(&mut input)?;
    let words = input.split_whitespace().map(str::to_uppercase).collect::<Vec<_>>();
    println!("{} words, first {:?}", words.len(), words.first());
    match std::env::args().nth(1) {
        Some(directory) => files(Path::new(&directory), &mut random)?,
        None => std::process::exit(3),
    }
    Ok(())
}
