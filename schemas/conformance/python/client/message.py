"""Messages: pydantic picks the model by msgType, and refuses what has another form."""

import base64
from typing import Any

import mimc_types as mimc
from typing_extensions import assert_never


def decode(payload: str) -> mimc.KnownMessage:
    """The message that came as base64, in a history or a callback."""
    return parse(base64.b64decode(payload, validate=True))


def parse(text: str | bytes) -> mimc.KnownMessage:
    """A message. Raises pydantic.ValidationError, also for a kind that is not listed, which is legal."""
    return mimc.KnownMessage.model_validate_json(text)


def body(known: mimc.KnownMessage) -> dict[str, Any]:
    """What is in a message, in the words of the vectors."""
    match known.root:
        case mimc.PingMessage() | mimc.PongMessage() as message:
            return {"payload_kind": "account", "account": message.payload}
        case mimc.TextMessage() as message:
            return {"payload_kind": "text", "text": message.payload}
        case mimc.PicFileMessage() | mimc.AudioFileMessage() | mimc.BinFileMessage() as message:
            return {"payload_kind": "url", "url": message.payload}
        case (
            mimc.TextRecallMessage()
            | mimc.PicFileRecallMessage()
            | mimc.AudioFileRecallMessage()
            | mimc.BinFileRecallMessage()
        ) as message:
            return {"payload_kind": "target_msg_id", "target_msg_id": message.payload.recall_msgId}
        case (
            mimc.TextReadMessage()
            | mimc.PicFileReadMessage()
            | mimc.AudioFileReadMessage()
            | mimc.BinFileReadMessage()
        ) as message:
            return {"payload_kind": "target_msg_id", "target_msg_id": message.payload.read_msgId}
        case mimc.AddFriendRequestMessage(payload=asked):
            return {"payload_kind": "friend_request", "requester": asked.add_requester}
        case mimc.AddFriendResponseMessage(payload=answer):
            return {"payload_kind": "friend_response", "responder": answer.add_responser, "accepted": answer.accepted}
        case message:
            assert_never(message)
