//! A tape of choices, and what is made of them. Zeros are the simplest choices, and where the tape ends it gives
//! zeros, so proptest shrinks to simple values.

use mimc_api::{
    AppCredentials, AppId, AppKey, AppSecret, Auth, Credentials, Endpoint, Ids as _, Token,
};
use serde::de::DeserializeOwned;

use super::random::Random;

/// Accounts that are hard on paths, queries and headers.
const ACCOUNTS: [&str; 12] = [
    "ada",
    "bo",
    "a b",
    "100%",
    "a/b",
    "a?b=c",
    "a#b",
    "a&b",
    "张三",
    "😀",
    "..",
    "a+b;c=d\"'\\<>",
];
pub(super) const TEXTS: [&str; 8] =
    ["", "hi", "你好", "a\"b\\c\n\u{0}\u{7f}", "{\"k\":1}", "null", "0", "😀\u{202e}"];
pub(super) const IDS: [u64; 8] =
    [1, 0, 9, 2_882_303_761_517_669_588, 1 << 53, (1 << 53) + 1, 1 << 63, u64::MAX];

/// A tape of choices.
#[derive(Debug)]
pub struct Tape {
    choices: Vec<u32>,
    at: usize,
    /// The group of the path, which a body may name again.
    pub(super) topic: u64,
    /// Where the window or span of the request begins.
    pub(super) from: u64,
    /// Whether what is pushed is base64.
    pub(super) base64: bool,
}

impl Tape {
    /// A tape of these choices, and then zeros.
    pub fn new(choices: Vec<u32>) -> Self {
        Self { choices, at: 0, topic: 0, from: 0, base64: false }
    }

    /// One of so many.
    pub fn choose(&mut self, of: usize) -> usize {
        let choice = self.choices.get(self.at).copied().unwrap_or(0);
        self.at += 1;
        usize::try_from(choice).expect("a choice") % of
    }

    pub(super) fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.choose(from.len())]
    }

    pub(super) fn account(&mut self) -> String {
        self.pick(&ACCOUNTS).to_owned()
    }

    /// A value of any type of the API, legal or not.
    pub fn value<T: DeserializeOwned>(&mut self) -> T {
        T::deserialize(Random::new(self)).expect("a value")
    }

    /// The ids of the endpoint's path.
    pub fn ids<E: Endpoint>(&mut self) -> E::Ids {
        let ids: Vec<u64> = E::PATH.matches('{').map(|_| self.pick(&IDS)).collect();
        self.topic = ids.last().copied().unwrap_or(0);
        E::Ids::from_path(&ids).expect("as many as the path has")
    }

    /// Credentials that the endpoint takes, and what a server sees of them.
    pub fn credentials<E: Endpoint>(&mut self) -> (Credentials, Credentials) {
        if E::AUTH == Auth::Token || !E::AUTH.in_body() && self.choose(2) == 0 {
            let token = Credentials::from(Token::new("FQw1yQZ/QDI9+ga=").expect("a token"));
            return (token.clone(), token);
        }
        let secret = AppSecret::new("2xZmr+/yj+/T5U+vvbataQ==").expect("a secret");
        let key = AppKey::new("5111766983588").expect("a key");
        let app = AppCredentials::new(AppId::new(self.pick(&IDS)), key, secret);
        let sent = app.account(mimc_api::Account::new(self.account()));
        let mut seen = sent.clone();
        if E::AUTH == Auth::TokenOrApp {
            seen.app_id = None;
        }
        if E::AUTH == Auth::App {
            seen.account = None;
        }
        (sent.into(), seen.into())
    }
}
