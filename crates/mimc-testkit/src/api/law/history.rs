//! What holds for any page of history.

use http::Response;
use mimc_api::client;
use mimc_api::history::QueryP2pHistory;
use mimc_msg::Limits;

/// A page that is read without copies is what the general way reads, in what it says and in what it refuses.
pub fn a_page_is_read_as_any_answer(response: &Response<Vec<u8>>, limits: Limits) {
    let general = client::reply_within::<QueryP2pHistory>(response, limits);
    assert_eq!(client::history_within(response, limits), general);
}
