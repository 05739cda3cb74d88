//! Names in the spelling of types and of operations.

/// `create-topic` and `CREATE_TOPIC`: `CreateTopic`.
pub(crate) fn pascal(name: &str) -> String {
    name.split(['-', '_']).flat_map(|word| upper_first(&word.to_ascii_lowercase())).collect()
}

/// `create-topic`: `createTopic`.
pub(crate) fn camel(name: &str) -> String {
    let mut words = name.splitn(2, '-');
    let first = words.next().unwrap_or_default().to_owned();
    first + &words.next().map(pascal).unwrap_or_default()
}

fn upper_first(word: &str) -> Vec<char> {
    let mut letters = word.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}
