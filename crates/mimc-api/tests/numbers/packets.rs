//! The name of a packet: any text, and a number by its digits.

use http::Response;
use mimc_api::push::PushP2p;
use mimc_api::{PacketId, client};

fn read(value: &str) -> Result<Option<String>, &'static str> {
    let text = format!(r#"{{"code":200,"message":"success","data":{{"packetId":{value}}}}}"#);
    match client::reply::<PushP2p>(&Response::new(&text)) {
        Ok(answer) => Ok(answer.data.packet_id.as_ref().map(PacketId::to_string)),
        Err(error) => {
            let place = error.place().expect("a place");
            let start = text.find(value).expect("the value");
            assert_eq!(&*place.pointer, "/data/packetId");
            assert_eq!((place.offset, place.length), (start, value.len()), "{text}");
            Err("refused")
        }
    }
}

#[test]
fn packets_keep_their_digits() {
    for digits in
        ["0", "2147483648", "9007199254740993", "9223372036854775808", "18446744073709551615"]
    {
        assert_eq!(read(digits), Ok(Some(digits.to_owned())));
    }
    // As text it is any text: nothing is trimmed, and zeros before it count.
    for text in ["007", "-0", "+1", "1.0", " 1 ", "\u{663}", "18446744073709551616", "1e3"] {
        assert_eq!(read(&format!("\"{text}\"")), Ok(Some(text.to_owned())));
    }
}

/// Other numbers are their digits, or refused where they stand; they are never rounded.
#[test]
fn other_numbers_are_not_rounded() {
    for number in ["18446744073709551616", "1000000000000000000000000000000", "-1", "1.5", "1e3"] {
        let read = read(number);
        assert!(
            read == Err("refused") || read == Ok(Some(number.to_owned())),
            "{number}: {read:?}"
        );
    }
}
