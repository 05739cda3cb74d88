//! The public API of a library, one item a line, from the JSON that rustdoc writes.

use std::collections::BTreeSet;
use std::path::Path;

use crate::run::{Fault, cargo_with, read};

/// The libraries that others depend on.
pub const LIBRARIES: [&str; 5] =
    ["mimc-msg", "mimc-api", "mimc-conversation", "mimc-schema", "mimc-scrub"];

/// The format of rustdoc's JSON that the `public-api` crate reads, at the version that Cargo.toml names.
const FORMAT: u64 = 57;

/// What rustdoc told of a library.
#[derive(Debug)]
#[non_exhaustive]
pub enum Api {
    /// Its items, one a line.
    Lines(String),
    /// Nothing: this rustdoc writes another format.
    OtherFormat {
        /// The format that it writes.
        written: u64,
        /// The format that is read here.
        read: u64,
    },
}

/// The public API of the library `package`, with all features.
///
/// What does not say anything of its own is left out: implementations for all types, auto traits that hold (one that
/// does not is a line, `impl !Send for …`), and the functions and constants of a trait's implementation, whose line
/// stands for them.
///
/// # Errors
///
/// When rustdoc fails, or writes what `public-api` cannot read.
pub fn public_api(root: &Path, metadata: &crate::Metadata, package: &str) -> Result<Api, Fault> {
    let rustdoc = root.join("crates/mimc-audit/rustdoc.sh");
    let arguments = ["rustdoc", "--quiet", "--locked", "--lib", "--all-features", "-p", package];
    let flags = ["--", "-Zunstable-options", "--output-format=json", "--cap-lints=allow"];
    let arguments: Vec<_> = arguments.into_iter().chain(flags).collect();
    cargo_with(root, &arguments, &[("RUSTDOC", rustdoc.as_os_str())])?;

    let path = metadata.target_directory.join(format!("doc/{}.json", package.replace('-', "_")));
    let document = |source| Fault::Document { what: path.display().to_string(), source };
    let json: serde_json::Value =
        serde_json::from_str(&read(&path)?).map_err(|error| document(error.into()))?;
    let written = json["format_version"].as_u64().unwrap_or(0);
    if written != FORMAT {
        return Ok(Api::OtherFormat { written, read: FORMAT });
    }
    let api = public_api::Builder::from_rustdoc_json(&path)
        .omit_blanket_impls(true)
        .build()
        .map_err(|error| document(error.into()))?;
    Ok(Api::Lines(lines(&api)))
}

fn lines(api: &public_api::PublicApi) -> String {
    let items: Vec<_> = api.items().map(|item| (item, item.to_string())).collect();
    let of_traits: BTreeSet<_> =
        items.iter().filter(|(_, line)| is_of_trait(line)).map(|(item, _)| item.id()).collect();
    let mut seen = BTreeSet::new();
    let mut text = String::new();
    for (item, line) in &items {
        let in_trait = item.parent_id().is_some_and(|parent| of_traits.contains(&parent));
        let stands_elsewhere = is_held_auto_trait(line) || (in_trait && is_of_trait_alone(line));
        // An implementation is told with the trait and with the type.
        if stands_elsewhere || !seen.insert(line) {
            continue;
        }
        text.push_str(line);
        text.push('\n');
    }
    text
}

fn is_of_trait(line: &str) -> bool {
    line.starts_with("impl") && line.contains(" for ")
}

/// A function or constant, whose type the trait says.
fn is_of_trait_alone(line: &str) -> bool {
    let before = line.split('(').next().unwrap_or(line);
    before.split(' ').any(|word| matches!(word, "fn" | "const"))
}

/// Also those that the compiler has for itself, such as `Freeze`, and `StructuralPartialEq` of a derived `PartialEq`.
fn is_held_auto_trait(line: &str) -> bool {
    let implied = ["Send", "Sync", "Freeze", "Unpin", "UnsafeUnpin", "StructuralPartialEq"];
    let unwinding = ["UnwindSafe", "RefUnwindSafe"];
    is_of_trait(line)
        && (implied.iter().any(|name| line.contains(&format!(" core::marker::{name} for ")))
            || unwinding
                .iter()
                .any(|name| line.contains(&format!(" core::panic::unwind_safe::{name} for "))))
}
