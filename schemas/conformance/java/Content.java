import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.StreamSupport;
import mimc.model.*;

/** What an application takes out of a message: every kind has its type, and every type its payload. */
record Content(String msgType, String msgId, String payload) {
  static Content of(KnownMessage known) {
    Object message = known.getActualInstance();
    if (message instanceof PingMessage m) return new Content(m.getMsgType().getValue(), m.getMsgId(), m.getPayload());
    if (message instanceof PongMessage m) return new Content(m.getMsgType().getValue(), m.getMsgId(), m.getPayload());
    if (message instanceof TextMessage m) return new Content(m.getMsgType().getValue(), m.getMsgId(), m.getPayload());
    if (message instanceof PicFileMessage m) return new Content(m.getMsgType().getValue(), m.getMsgId(), m.getPayload());
    if (message instanceof AudioFileMessage m) return new Content(m.getMsgType().getValue(), m.getMsgId(), m.getPayload());
    if (message instanceof BinFileMessage m) return new Content(m.getMsgType().getValue(), m.getMsgId(), m.getPayload());
    if (message instanceof TextRecallMessage m) return new Content(m.getMsgType().getValue(), m.getMsgId(), of(m.getPayload()));
    if (message instanceof PicFileRecallMessage m) return new Content(m.getMsgType().getValue(), m.getMsgId(), of(m.getPayload()));
    if (message instanceof AudioFileRecallMessage m) return new Content(m.getMsgType().getValue(), m.getMsgId(), of(m.getPayload()));
    if (message instanceof BinFileRecallMessage m) return new Content(m.getMsgType().getValue(), m.getMsgId(), of(m.getPayload()));
    if (message instanceof TextReadMessage m) return new Content(m.getMsgType().getValue(), m.getMsgId(), of(m.getPayload()));
    if (message instanceof PicFileReadMessage m) return new Content(m.getMsgType().getValue(), m.getMsgId(), of(m.getPayload()));
    if (message instanceof AudioFileReadMessage m) return new Content(m.getMsgType().getValue(), m.getMsgId(), of(m.getPayload()));
    if (message instanceof BinFileReadMessage m) return new Content(m.getMsgType().getValue(), m.getMsgId(), of(m.getPayload()));
    if (message instanceof AddFriendRequestMessage m) return new Content(m.getMsgType().getValue(), m.getMsgId(), m.getPayload().getAddRequester());
    if (message instanceof AddFriendResponseMessage m) return new Content(m.getMsgType().getValue(), m.getMsgId(), m.getPayload().getAddResponser());
    throw new IllegalStateException("no known kind: " + message);
  }

  private static String of(RecallPayload payload) {
    return payload.getRecallMsgId();
  }

  private static String of(ReadPayload payload) {
    return payload.getReadMsgId();
  }

  /** Whether a payload is the text, or has it as a member. */
  boolean isOf(JsonNode json) {
    if (json.isTextual()) return json.textValue().equals(payload);
    return StreamSupport.stream(json.spliterator(), false).anyMatch(member -> payload.equals(member.textValue()));
  }
}
