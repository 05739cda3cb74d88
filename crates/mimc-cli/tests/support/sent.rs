//! What a shell makes of a curl line, and what the library says that it should be.

use std::fs;
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};

use http::Request;
use mimc_api::endpoints::{self, Visitor};
use mimc_api::{Base, Credentials, Endpoint, Ids as _, client, server};
use serde_json::Value;

use super::{VARIABLES, finish, start};

/// What `curl` was to send.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Sent {
    pub(crate) method: String,
    pub(crate) url: String,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: String,
}

/// A `curl` that only tells its arguments. A function and not a file: a file that was just written cannot be run while
/// a child that another test starts at that moment still has it open ("text file busy"), and then the shell would go
/// on to the next `curl` of the path, the real one.
const CURL: &str = r#"curl() { printf '%s\0' "$@"; }"#;

/// Runs a line in `sh`, in an empty directory, with [`CURL`].
#[track_caller]
pub(crate) fn run(line: &str, env: &[(&str, &str)]) -> Sent {
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let name =
        format!("mimc-curl-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
    let work = std::env::temp_dir().join(name);
    fs::create_dir_all(&work).expect("a directory");
    let mut command = Command::new("sh");
    for name in VARIABLES {
        command.env_remove(name);
    }
    command.arg("-c").arg(format!("{CURL}\n{line}")).current_dir(&work);
    let ran = finish(start(command.envs(env.iter().copied())), "");
    let left: Vec<_> = fs::read_dir(&work).expect("the directory").collect();
    fs::remove_dir_all(&work).expect("gone");
    assert_eq!((ran.code, &*ran.err), (Some(0), ""), "{line}");
    assert!(left.is_empty(), "{line} wrote {left:?}");
    sent(&ran.out)
}

/// Reads arguments as curl does.
fn sent(arguments: &str) -> Sent {
    let mut sent = Sent { method: "GET".into(), ..Sent::default() };
    let mut arguments = arguments.strip_suffix('\0').expect("arguments").split('\0');
    while let Some(argument) = arguments.next() {
        let mut value = || arguments.next().expect("a value").to_owned();
        match argument {
            "-X" => sent.method = value(),
            "-H" => {
                let header = value();
                let (name, value) = header.split_once(": ").expect("a header");
                sent.headers.push((name.to_lowercase(), value.to_owned()));
            }
            "--data-raw" => sent.body = value(),
            "--globoff" => {}
            url => {
                assert!(sent.url.is_empty() && url.starts_with("http"), "{url:?}");
                url.clone_into(&mut sent.url);
            }
        }
    }
    sent
}

/// The request that the library writes.
pub(crate) fn expected(
    name: &str,
    ids: &[u64],
    input: &Value,
    credentials: &Credentials,
    base: &Base,
) -> Sent {
    struct Expected<'a> {
        ids: &'a [u64],
        input: String,
        credentials: &'a Credentials,
        base: &'a Base,
        request: Option<Request<Vec<u8>>>,
    }

    impl Visitor for Expected<'_> {
        fn visit<E: Endpoint>(&mut self) {
            let (input, _) = server::input::<E>(self.input.as_bytes()).expect(&self.input);
            let ids = E::Ids::from_path(self.ids).expect(E::PATH);
            let request = client::request(self.base, self.credentials, &ids, &input);
            self.request = Some(request.expect("a request"));
        }
    }

    let input = input.to_string();
    let mut expected = Expected { ids, input, credentials, base, request: None };
    assert!(endpoints::visit_named(name, &mut expected), "{name}");
    let request = expected.request.expect("a request");
    let headers = request.headers().iter().map(|(name, value)| {
        (name.to_string(), String::from_utf8(value.as_bytes().to_vec()).expect("UTF-8"))
    });
    Sent {
        method: request.method().to_string(),
        url: request.uri().to_string(),
        headers: headers.collect(),
        body: String::from_utf8(request.body().clone()).expect("UTF-8"),
    }
}
