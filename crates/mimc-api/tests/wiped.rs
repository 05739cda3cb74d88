//! What is secret overwrites its memory when it is dropped. What a compiler can tell of it, it tells here.

use mimc_api::{AppSecret, Authentication, Secret, SecurityKey, Token, of};
use zeroize::ZeroizeOnDrop;

const fn is_wiped<T: ZeroizeOnDrop>() {}

const _: () = {
    is_wiped::<AppSecret>();
    is_wiped::<Token>();
    is_wiped::<SecurityKey>();
    is_wiped::<Authentication>();
    is_wiped::<Secret<of::Token>>();
};

/// A secret takes the text that it is given, and leaves no copy of it behind.
#[test]
fn a_secret_is_moved_in() {
    let text = String::from("FQw1yQZ/QDI9");
    let at = text.as_ptr();
    let token = Token::new(text).expect("a token");
    assert_eq!(token.secret().as_ptr(), at);
    let moved = token;
    assert_eq!(moved.secret().as_ptr(), at);
}
