//! What the stand-in knows, and who asks it.

use std::collections::{BTreeMap, HashMap};

use mimc_api::mimc_msg::Base64Forms;
use mimc_api::token::{FetchToken, TokenData};
use mimc_api::topic::Topic;
use mimc_api::{Account, ApiError, AppId, Credentials, SecurityKey, Token, TopicId, Uuid};

use crate::messages::Kept;
use crate::served::{Answer, Served};

pub(crate) const APP_ID: AppId = AppId::new(2_882_303_761_517_669_588);
pub(crate) const APP_KEY: &str = "5111766983588";
pub(crate) const APP_SECRET: &str = "2xZmr+/yj+/T5U+vvbataQ==";

#[derive(Default)]
pub(crate) struct State {
    tokens: HashMap<String, Account>,
    /// How many groups there ever were.
    pub(crate) created: u64,
    pub(crate) topics: BTreeMap<TopicId, Topic>,
    /// How many packets were pushed.
    pub(crate) pushed: u64,
    /// In the order of their numbers.
    pub(crate) kept: Vec<Kept>,
}

/// Who asks: an account, or the application for nobody.
pub(crate) struct Asker(Option<Account>);

impl Asker {
    pub(crate) fn account(&self) -> Answer<&Account> {
        self.0.as_ref().ok_or_else(|| ApiError::new(401, "it must say for whom"))
    }

    pub(crate) fn is_one_of(&self, accounts: &[&Account]) -> Answer<()> {
        match self.account()? {
            asker if accounts.contains(&asker) => Ok(()),
            _ => Err(ApiError::new(403, "this is another account's to ask")),
        }
    }
}

impl State {
    /// Who asks, verified.
    pub(crate) fn asker(&self, credentials: &Credentials) -> Answer<Asker> {
        if let Some(token) = credentials.token() {
            let account = self.tokens.get(token.secret()).cloned();
            let account =
                account.ok_or_else(|| ApiError::new(401, "not a token of this server"))?;
            return Ok(Asker(Some(account)));
        }
        match credentials.app() {
            Some(app)
                if app.app_id.is_none_or(|id| id == APP_ID)
                    && app.app_key.as_str() == APP_KEY
                    && app.app_secret.secret() == APP_SECRET =>
            {
                Ok(Asker(app.account.clone()))
            }
            _ => Err(ApiError::new(401, "appId, appKey and appSecret are no application's")),
        }
    }
}

impl Served for FetchToken {
    fn answer(self, (): (), asker: Asker, state: &mut State) -> Answer<TokenData> {
        let account = asker.account()?.clone();
        let seed = format!("{} {account}", state.tokens.len());
        let fault = |_| ApiError::new(500, "a token cannot be made");
        let key = SecurityKey::new(base64::<16>("key", &seed)).map_err(fault)?;
        let token = Token::new(base64::<373>("token", &seed)).map_err(fault)?; // about 500 characters
        state.tokens.insert(token.secret().to_owned(), account.clone());
        let uuid = uuid(&account);
        Ok(TokenData::new(APP_ID, account, uuid, key, token))
    }
}

/// The same number for an account each time. Most are no JavaScript numbers: they have up to 62 bits.
pub(crate) fn uuid(account: &Account) -> Uuid {
    Uuid::new(hash(account.as_str().as_bytes()) >> 2)
}

/// Bytes that look like chance, and are not.
fn base64<const BYTES: usize>(what: &str, seed: &str) -> String {
    let byte = |at| hash(format!("{at} {what} {seed}").as_bytes()).to_be_bytes()[0];
    let bytes: [u8; BYTES] = std::array::from_fn(byte);
    Base64Forms::encode(&bytes)
}

/// FNV-1a, mixed once more so that also its high bits depend on everything.
fn hash(bytes: &[u8]) -> u64 {
    let prime = 0x0100_0000_01b3;
    let step = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(prime);
    let hash = bytes.iter().fold(0xcbf2_9ce4_8422_2325, step);
    (hash ^ (hash >> 32)).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}
