//! What a server answers: its own errors, and the token answer of MIMC that it hands on.
#![allow(clippy::panic, reason = "tests")]

use http::Response;
use mimc_api::token::{self, FetchToken};
use mimc_api::topic::QuitTopic;
use mimc_api::{ApiError, ReplyError, client, server};
use mimc_msg::RawJson;

#[test]
fn only_one_error_says_that_the_owner_cannot_quit() {
    let owner = ApiError::owner_cannot_quit();
    assert!(owner.is_owner_cannot_quit());
    let read = client::reply::<QuitTopic>(&server::error(&owner)).expect_err("an error");
    assert_eq!(read, ReplyError::Api(owner));
    for (code, message) in [
        (500, "quit topic fail."),
        (500, "Quit topic fail"),
        (500, "quit topic"),
        (500, ""),
        (501, "quit topic fail"),
        (-500, "quit topic fail"),
        (0, "quit topic fail"),
    ] {
        assert!(!ApiError::new(code, message).is_owner_cannot_quit(), "{code} {message}");
    }
}

/// An error that is written is read as that error; one with code 200 still is an error.
#[test]
fn an_error_is_written_as_an_error() {
    for code in [0, 1, -1, 200, 500, i32::MIN, i32::MAX] {
        for data in [None, Some("null"), Some(r#"{"b":[1e2],"a":"\u0041"}"#)] {
            let mut error = ApiError::new(code, "no \"\n\u{0} \u{1f600}");
            error.data = data.map(|json| RawJson::parse(json).expect("JSON").into_owned());
            let response = server::error(&error);
            assert_eq!(response.status(), 200);
            assert_eq!(response.headers()["content-type"], "application/json;charset=UTF-8");
            let read = client::reply::<QuitTopic>(&response).expect_err("an error");
            let ReplyError::Api(read) = read else { panic!("{read:?}") };
            let written = if code == 200 { 500 } else { code };
            assert_eq!((read.code, &read.message), (written, &error.message));
            let kept = data.filter(|json| *json != "null");
            assert_eq!(read.data.as_ref().map(RawJson::as_str), kept);
            assert!(read.notes.is_empty());
        }
    }
}

/// The token answer in forms that parsing and writing again would change.
const GOOD: [&str; 4] = [
    "\n{\"message\" : \"success\",\t\"data\":{ \"token\":\"t0k\\u002b\", \"miUserSecurityKey\":\"k\\/\",\r\n\
     \"miUserId\":\"2\",\"miChid\":9,\"appAccount\":\"\\u0061da\",\"appPackage\":\"\",\"appId\":\"1\"},\"code\":200 } \n",
    "\u{feff}{\"code\":\"200\",\"data\":{\"appId\":1,\"appPackage\":null,\"appAccount\":\"\u{5f20}\u{4e09}\",\"miChid\":\"9\",\
     \"miUserId\":2,\"miUserSecurityKey\":\"k\",\"token\":\"t\",\"later\":[1e2,1.50,{\"b\":1,\"a\":2}]}}",
    r#"{"appId":"1","appPackage":"","appAccount":"ada","miChid":9,"miUserId":"2","miUserSecurityKey":"k","token":"t"}"#,
    r#"{"code":200,"message":"success","data":{"appId":"1","appPackage":"","appAccount":"a\"b","miChid":9,"miUserId":"18446744073709551615","miUserSecurityKey":"k","token":"t","regionBucket":154}}"#,
];

#[test]
fn a_token_is_passed_on_byte_for_byte() {
    for body in GOOD {
        let mut answer = Response::new(body.as_bytes().to_vec());
        answer.headers_mut().insert("set-cookie", http::HeaderValue::from_static("a=b"));
        let passed = token::pass_on(&answer).expect(body);
        assert_eq!(passed.body(), body.as_bytes());
        assert_eq!(passed.status(), 200);
        // Nothing else of MIMC's answer reaches the user.
        assert_eq!(passed.headers().len(), 1);
        assert_eq!(passed.headers()["content-type"], "application/json;charset=UTF-8");
        assert!(client::reply::<FetchToken>(&passed).is_ok());
    }
}

#[test]
fn what_is_no_token_is_not_passed_on() {
    for (body, code) in [
        ("", "unexpected-end"),
        ("<html>", "unexpected-byte"),
        ("{}", "missing-member"),
        (r#"{"code":500,"message":"no","data":null}"#, "api-error"),
        (r#"{"code":200,"message":"success","data":null}"#, "wrong-type"),
        (r#"{"code":200,"message":"success"}"#, "missing-member"),
        (r#"{"code":200,"message":"success","data":{}}"#, "missing-member"),
    ] {
        let error = token::pass_on(&Response::new(body)).expect_err(body);
        assert_eq!(error.code(), code, "{body}");
    }
}
