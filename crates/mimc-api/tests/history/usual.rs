//! The way without copies, which is for usual answers, and the general way agree.

use std::borrow::Cow;

use http::Response;
use mimc_api::history::{HistoryPage, QueryP2pHistory};
use mimc_api::{client, server};
use mimc_msg::Limits;
use mimc_testkit::api::law::a_page_is_read_as_any_answer;
use mimc_testkit::api::{Tape, tape};
use proptest::prelude::*;

use super::cases;
use super::support::broken::broken_of;

fn answers() -> impl Strategy<Value = Vec<u8>> {
    tape().prop_map(|choices| {
        let page: HistoryPage<'static> = Tape::new(choices).value();
        server::reply::<QueryP2pHistory>(&page).into_body()
    })
}

fn limits() -> impl Strategy<Value = Limits> {
    prop_oneof![
        3 => Just(Limits::new()),
        1 => (0..6_usize, 0..9_usize, 0..4_usize, 0..2_000_usize).prop_map(
            |(depth, members, items, bytes)| Limits::new().depth(depth).members(members).items(items).bytes(bytes)
        ),
    ]
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn pages_are_read_as_any_answer(answer in answers(), limits in limits(), status in 199..202_u16) {
        let mut response = Response::new(answer);
        *response.status_mut() = status.try_into().expect("a status");
        a_page_is_read_as_any_answer(&response, limits);
    }

    #[test]
    fn broken_pages_are_read_as_any_answer(answer in broken_of(answers()), limits in limits()) {
        a_page_is_read_as_any_answer(&Response::new(answer), limits);
    }
}

const ROW: &str = r#""sequence":"118306520157999104","payload":"aGk=","ts":1516763973000,"fromAccount":"张三","toAccount":"bo","bizType":"TEXT","extra":"""#;

fn page(row: &str) -> Response<Vec<u8>> {
    let data = format!(
        r#"{{"appId":2882303761517479657,"messages":[{{{row}}}],"row":1,"timestamp":1516763973000}}"#
    );
    Response::new(format!(r#"{{"code":200,"message":"success","data":{data}}}"#).into_bytes())
}

/// Whether the first message of the page has its texts from the answer.
fn is_borrowed(response: &Response<Vec<u8>>) -> bool {
    let answer = client::history(response).expect("a page");
    matches!(answer.data.messages[0].biz_type, Some(Cow::Borrowed(_)))
}

#[test]
fn usual_pages_are_borrowed() {
    assert!(is_borrowed(&page(ROW)));
    let mut members: Vec<&str> = ROW.split(',').collect();
    members.reverse();
    assert!(is_borrowed(&page(&members.join(","))));
    assert!(is_borrowed(&page(r#""sequence":"1","payload":"","ts":0,"bizType":"""#)));
}

/// One thing each that is not usual: all but the last are read all the same, or refused, as the general way does.
#[test]
fn what_is_odd_goes_the_general_way() {
    let odd = [
        ROW.replace("bo", r"b\u006f"),
        ROW.replace("bo", "b\u{1}o"),
        ROW.replace("bo", "b\u{7f}o"),
        ROW.replace(r#""bo""#, "null"),
        ROW.replace(":1516763973000", r#":"1516763973000""#),
        ROW.replace(":1516763973000", ":01516763973000"),
        ROW.replace(":1516763973000", ":1516763973000.5"),
        ROW.replace(":1516763973000", ":-1"),
        ROW.replace(":1516763973000", ":"),
        ROW.replace(":1516763973000", ":9223372036854775808"),
        ROW.replace(":1516763973000", ":18446744073709551616"),
        ROW.replace(r#""118306520157999104""#, "118306520157999104"),
        ROW.replace(r#""118306520157999104""#, r#""18446744073709551615""#),
        ROW.replace(r#""118306520157999104""#, r#""0118306520157999104""#),
        ROW.replace("aGk=", "aGl="),
        ROW.replace("aGk=", "aG\u{e9}="),
        ROW.replace("aGk=", r"aGk=\r\n"),
        ROW.replace("extra", "bizType"),
        ROW.replace("extra", "extr"),
        ROW.replace("extra", r"extr\u0061"),
        ROW.replace(r#""ts""#, r#" "ts""#),
        ROW.replace(r#""ts":1516763973000,"#, ""),
        format!("{ROW},"),
        format!("{ROW},{ROW}"),
        format!("{ROW}}},{{{ROW}"),
        String::new(),
    ];
    for row in odd {
        a_page_is_read_as_any_answer(&page(&row), Limits::new());
    }
    for (from, to) in [
        ("200", "201"),
        ("}}", "}} "),
        ("}}", "}}}"),
        ("}}", "}"),
        ("success", ""),
        ("row", "rows"),
    ] {
        let text = String::from_utf8(page(ROW).into_body()).expect("UTF-8");
        assert!(text.contains(from));
        a_page_is_read_as_any_answer(
            &Response::new(text.replace(from, to).into_bytes()),
            Limits::new(),
        );
    }
}
