"""A conversation over the API, and the vectors: `main.py BASE SCHEMAS`."""

import base64
import json
import sys
import time
from pathlib import Path

import mimc_types as mimc
from api import Api, ApiError
from message import body, decode, parse
from pydantic import ValidationError

# Made up; the stand-in knows this application.
APP_ID = "2882303761517669588"
APP = {"appId": APP_ID, "appKey": "5111766983588", "appSecret": "2xZmr+/yj+/T5U+vvbataQ=="}


def same(found: object, expected: object, what: str = "found") -> None:
    if found != expected:
        raise AssertionError(f"{what}: {found!r} is not {expected!r}")


def conversation(api: Api) -> None:
    def token_of(account: str) -> str:
        request = mimc.FetchTokenRequest(**APP, appAccount=account)
        return api.ask("fetchToken", mimc.FetchTokenResponse, request).token

    ada, bo = token_of("ada"), token_of("bo")
    print("ada and bo have tokens")

    create = mimc.CreateTopicRequest(topicName="chess", accounts="bo")
    created = api.ask("createTopic", mimc.CreateTopicResponse, create, token=ada, ids={"appId": APP_ID})
    ids = {"appId": APP_ID, "topicId": created.topicInfo.topicId}
    invite = mimc.InviteMembersRequest(accounts="赛")
    invited = api.ask("inviteMembers", mimc.InviteMembersResponse, invite, token=bo, ids=ids)
    members = [member.account for member in invited.members or []]
    same(members, ["ada", "bo", "赛"])
    print(f"group {ids['topicId']}: {', '.join(members)}")

    now = int(time.time() * 1000)
    text = mimc.TextMessage(version=0, msgId="TEXT_1", msgType="TEXT", timestamp=str(now), payload="将军")
    recall = mimc.TextRecallMessage(
        version=0,
        msgId="TEXT_RECALL_1",
        msgType="TEXT_RECALL",
        timestamp=str(now),
        payload=mimc.RecallPayload(recall_msgId="TEXT_1"),
    )
    to_bo = mimc.PushP2pRequest(
        **APP, fromAccount="ada", toAccount="bo", msg=text.model_dump_json(), msgType="", bizType="TEXT", isStore=True
    )
    same(api.ask("pushP2p", mimc.PushP2pResponse, to_bo).packetId is None, False, "lacks a packetId")
    msg = base64.b64encode(recall.model_dump_json().encode()).decode()
    to_group = mimc.PushP2tRequest(
        **APP, fromAccount="ada", topicId=ids["topicId"], msg=msg, msgType="base64", isStore=True
    )
    api.ask("pushP2t", mimc.PushP2tResponse, to_group)
    print("pushed as ada: a text to bo, a recall to the group")

    # From now on: the stand-in has the same clock. At most 24 hours.
    window = {"utcFromTime": str(now), "utcToTime": str(now + 3_600_000)}
    of_bo = mimc.QueryP2pHistoryRequest(fromAccount="ada", toAccount="bo", **window)
    of_group = mimc.QueryP2tHistoryRequest(account="bo", topicId=ids["topicId"], **window)
    pages = [
        api.ask("queryP2pHistory", mimc.QueryP2pHistoryResponse, of_bo, token=bo),
        api.ask("queryP2tHistory", mimc.QueryP2tHistoryResponse, of_group, token=bo),
    ]
    history = [item for page in pages for item in page.messages or []]
    messages = [decode(item.payload) for item in history]
    same([message.root for message in messages], [text, recall])
    same(body(messages[0]), {"payload_kind": "text", "text": "将军"})
    same(body(messages[1]), {"payload_kind": "target_msg_id", "target_msg_id": "TEXT_1"})
    for item, message in zip(history, messages, strict=True):
        print(f"bo reads {message.root.msgType} of {item.fromAccount}: {body(message)}")

    try:
        api.ask("quitTopic", mimc.QuitTopicResponse, token=ada, ids=ids)
    except ApiError as error:
        # No list of the codes exists: 500 is what an owner gets who quits.
        same(error.code, 500, "code")
        print(f"ada may not quit: {error}")
    else:
        raise AssertionError("the owner quit the group")


def check_vectors(accept: Path) -> None:
    """The messages of the vectors that known-message.schema.json describes are read as they expect, others refused."""
    counts = {True: 0, False: 0}
    # Not str.splitlines: it also ends lines at U+2028, which JSON does not escape.
    for vector in [json.loads(line) for line in accept.read_text("utf-8").split("\n") if line]:
        described = vector.get("schemas", {}).get("known-message")
        if vector["kind"] != "message" or described is None:
            continue
        counts[described] += 1
        try:
            known = parse(vector["raw"])
        except ValidationError as error:
            same(described, False, f"{vector['id']}: {error}")
            continue
        message = known.root
        header = {"msg_type": message.msgType, "msg_id": message.msgId, "version": message.version}
        facts = {**header, "timestamp_ms": int(message.timestamp), **body(known)}
        same(facts, {name: vector["expect"].get(name) for name in facts} if described else "refused", vector["id"])
    same(all(counts.values()), True, "lines of both sorts")
    print(f"vectors: {counts[True]} messages read as expected, {counts[False]} of no listed kind or form refused")


conversation(Api(sys.argv[1], Path(sys.argv[2], "openapi.json")))
check_vectors(Path(sys.argv[2], "vectors", "accept.jsonl"))
