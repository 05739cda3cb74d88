//! Who asks: secrets from the environment, the rest from there or from flags.

use mimc_api::{
    Account, AppCredentials, AppId, AppKey, AppSecret, Auth, Credentials, Endpoint, Token, account,
};

use super::flags::{APP_ACCOUNT, APP_ID, APP_KEY, Flags};
use super::holes::{Holes, is_set};
use crate::output::Failure;

const TOKEN: &str = "MIMC_TOKEN";
const APP_SECRET: &str = "MIMC_APP_SECRET";

/// The credentials of a request: a token where the endpoint takes one, unless the flags say otherwise or
/// there is only a secret.
pub(super) fn of<E: Endpoint>(
    flags: &Flags<'_>,
    holes: &mut Holes,
) -> Result<Credentials, Failure> {
    let by_token = match flags.auth() {
        Some(auth) => auth == "token",
        None if E::AUTH.in_body() => false,
        None => E::AUTH == Auth::Token || is_set(TOKEN) || !is_set(APP_SECRET),
    };
    if by_token {
        if let Some(flag) = flags.of_app() {
            let why = "goes with the application's credentials: --auth app";
            return Err(Failure::Usage(format!("{} {why}", super::flags::of_member(flag))));
        }
        let read = |text: &str| Token::new(text).map_err(|error| error.to_string());
        return Ok(Credentials::Token(holes.take(TOKEN, None, read, |_| true)?));
    }
    of_app::<E>(flags, holes).map(Credentials::App)
}

fn of_app<E: Endpoint>(flags: &Flags<'_>, holes: &mut Holes) -> Result<AppCredentials, Failure> {
    // In a header a value stands as it is, in JSON between quotes.
    let plain = |text: &str| {
        if E::AUTH.in_body() {
            serde_json::Value::from(text).to_string().len() == text.len() + 2
        } else {
            text.is_ascii()
        }
    };
    let flag = |name| flags.one(name).map(|text| (name, text));
    let key = holes.take("MIMC_APP_KEY", flag(APP_KEY), read_with(AppKey::new), plain)?;
    let secret = holes.take(APP_SECRET, None, read_with(AppSecret::new), plain)?;
    let id = match E::AUTH {
        Auth::TokenOrApp => None,
        _ => Some(app_id(flags, holes)?),
    };
    let account = match E::AUTH {
        Auth::App => None,
        _ => Some(holes.take("MIMC_APP_ACCOUNT", flag(APP_ACCOUNT), read_account, plain)?),
    };
    let mut credentials = AppCredentials::new(id.unwrap_or(AppId::new(0)), key, secret);
    (credentials.app_id, credentials.account) = (id, account);
    Ok(credentials)
}

/// The application's id; the path of some endpoints has it too.
pub(super) fn app_id(flags: &Flags<'_>, holes: &mut Holes) -> Result<AppId, Failure> {
    let read = |text: &str| text.parse::<AppId>().map_err(|error| error.to_string());
    let flag = flags.one(APP_ID).map(|text| (APP_ID, text));
    holes.take("MIMC_APP_ID", flag, read, |_| true)
}

fn read_with<T, E: ToString>(
    new: impl Fn(String) -> Result<T, E>,
) -> impl Fn(&str) -> Result<T, String> {
    move |text| new(text.to_owned()).map_err(|error| error.to_string())
}

fn read_account(text: &str) -> Result<Account, String> {
    match account::fault(text) {
        Some(why) => Err(why.to_owned()),
        None => Ok(Account::new(text.to_owned())),
    }
}
