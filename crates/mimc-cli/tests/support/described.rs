//! The endpoints as the program describes them, with a value for every flag.

use serde_json::{Value, json};

use super::mimc_in;

/// An endpoint as the program describes it: its name, whether it takes a token and the application, its
/// ids, and its flags with the form of their values.
pub(crate) struct Described {
    pub(crate) name: String,
    auth: String,
    ids: Vec<String>,
    pub(crate) flags: Vec<(String, String)>,
}

/// All of them.
pub(crate) fn described() -> Vec<Described> {
    let of = |record: &Value| {
        let text = |name: &str| record[name].as_str().expect(name).to_owned();
        let help = mimc_in(&[], &["curl", &text("name"), "--help"]).out;
        let usage = help.split("Usage:").nth(1).and_then(|rest| rest.split("[OPTIONS]").next());
        let words: Vec<_> = usage.expect("a usage").split_whitespace().skip(3).collect();
        let bare = |word: &str| word.trim_matches(['[', ']', '<', '>']).to_owned();
        let flags = words.chunks(2).map(|pair| (bare(pair[0]), bare(pair[1]))).collect();
        let path = text("path");
        let ids = path.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}'));
        let ids = ids.map(str::to_owned).collect();
        Described { name: text("name"), auth: text("auth"), ids, flags }
    };
    mimc_in(&[], &["endpoints", "--json"]).json().iter().map(of).collect()
}

impl Described {
    /// The values of `--auth`.
    pub(crate) fn ways(&self) -> &'static [&'static str] {
        match &*self.auth {
            "token" => &["token"],
            "app" | "app-for-account" => &["app"],
            _ => &["token", "app"],
        }
    }

    /// Every flag with a value, and the ids and the input that they make.
    pub(crate) fn filled(&self) -> (Vec<String>, Vec<u64>, Value) {
        let (mut args, mut input) = (vec![self.name.clone()], json!({}));
        let mut ids = Vec::new();
        for (flag, form) in &self.flags {
            let member = camel(flag);
            // An owner is named in one way.
            if member == "ownerUuid" && self.flags.iter().any(|(flag, _)| flag == "--owner-account")
            {
                continue;
            }
            let (text, value) = match (&*member, &**form) {
                ("utcToTime" | "stopSeq", _) => ("2", json!("2")),
                ("msgType", _) => ("base64", json!("base64")),
                ("msg", _) => ("aGk=", json!("aGk=")),
                (_, "BOOL") => ("true", json!(true)),
                (_, "LIST") => ("1,2", json!(["1", "2"])),
                (_, "JSON") => (r#"{"1":"it's"}"#, json!({"1": "it's"})),
                _ => ("1", json!("1")),
            };
            args.extend([flag.clone(), text.to_owned()]);
            if self.ids.contains(&member) {
                ids.push((member, 1));
            } else {
                input[member] = value;
            }
        }
        ids.sort_by_key(|(member, _)| self.ids.iter().position(|id| id == member));
        (args, ids.into_iter().map(|(_, id)| id).collect(), input)
    }
}

/// `topicName` of `--topic-name`.
fn camel(flag: &str) -> String {
    let mut words = flag.trim_start_matches('-').split('-');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |name, word| name + &word[..1].to_uppercase() + &word[1..])
}
