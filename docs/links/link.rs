// Prints two links to the playground with a rule and events: rustc link.rs && ./link rule.yml events.jsonl
// The standard library does not pack. With the crate flate2, base64url its ZlibEncoder's bytes as rule-deflate.
use std::{env, fs};

const PLAYGROUND: &str = "https://playground.example/";
const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

fn percent(text: &[u8]) -> String {
    let mut out = String::new();
    for &byte in text {
        if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
            out.push(byte as char);
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

fn base64url(data: &[u8]) -> String {
    let mut out = String::new();
    for part in data.chunks(3) {
        let byte = |i: usize| u32::from(*part.get(i).unwrap_or(&0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for i in 0..=part.len() {
            out.push(DIGITS[(bits >> (18 - 6 * i) & 63) as usize] as char);
        }
    }
    out
}

fn main() {
    let names: Vec<String> = env::args().skip(1).collect();
    if names.len() != 2 {
        eprintln!("link rule.yml events.jsonl");
        std::process::exit(1);
    }
    let rule = fs::read(&names[0]).expect("the rule");
    let events = fs::read(&names[1]).expect("the events");
    println!("{PLAYGROUND}#rule={}&events={}", percent(&rule), percent(&events));
    println!("{PLAYGROUND}#rule-base64={}&events-base64={}", base64url(&rule), base64url(&events));
}
