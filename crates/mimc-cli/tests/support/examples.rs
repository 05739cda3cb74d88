//! The examples of `mimc explain`.

/// The examples, as the program has them: code, arguments, input.
pub(crate) fn examples() -> Vec<(String, String, Vec<u8>)> {
    let text = include_str!("../../src/explain/examples.txt");
    let read = text.lines().map(|line| {
        let cells: Vec<&str> = line.splitn(3, '\t').collect();
        let input = match cells[2].strip_prefix("base64:") {
            Some(base64) => {
                mimc_msg::Base64Forms::CANONICAL.decode(base64.as_bytes()).expect("base64")
            }
            None => serde_json::from_str::<String>(cells[2]).expect("a string").into_bytes(),
        };
        (cells[0].to_owned(), cells[1].to_owned(), input)
    });
    read.collect()
}
