import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import mimc.JSON;
import mimc.model.KnownMessage;

/** Each vector of a documented kind becomes the type of its kind, and the same JSON again. */
public final class RoundTrip {
  /** How the client reads and writes JSON. */
  private static final ObjectMapper CLIENT = JSON.getDefault().getMapper();

  public static void main(String[] files) throws IOException {
    int count = 0;
    for (String file : files) count += read(file);
    refuses("{\"version\":0,\"msgId\":\"1\",\"msgType\":\"STICKER\",\"timestamp\":\"1\",\"payload\":\"x\"}");
    System.out.printf("%d there and back%n", count);
  }

  /** Takes all messages of documented kinds in a file of vectors there and back. */
  private static int read(String file) throws IOException {
    int count = 0;
    for (String line : Files.readString(Path.of(file)).split("\n")) {
      JsonNode vector = CLIENT.readTree(line);
      if (!isKnown(vector)) continue;
      ObjectNode message = (ObjectNode) CLIENT.readTree(vector.path("raw").textValue());
      thereAndBack(vector.path("id").asText(), message);
      // What is not known yet is kept, and the last version has room.
      message.put("version", 4294967295L);
      message.putObject("more").putArray("w").add(1).add("x").addNull();
      thereAndBack(vector.path("id").asText() + " with more", message);
      count += 1;
    }
    check(count > 0, file + ": no line is of a documented kind");
    return count;
  }

  private static boolean isKnown(JsonNode vector) {
    return vector.path("kind").asText().equals("message")
        && vector.path("expect").path("dialect").asText().equals("manual-v1")
        && vector.path("schemas").path("known-message").asBoolean();
  }

  private static void thereAndBack(String id, JsonNode message) throws IOException {
    KnownMessage known = CLIENT.readValue(message.toString(), KnownMessage.class);
    Content content = Content.of(known);
    check(content.msgType().equals(message.path("msgType").textValue()), id + " is read as " + content);
    check(content.msgId().equals(message.path("msgId").textValue()), id + " is read as " + content);
    check(content.isOf(message.path("payload")), id + " is read as " + content);
    String back = CLIENT.writeValueAsString(known);
    check(CLIENT.readTree(back).equals(message), id + " comes back as " + back);
  }

  /** An application reads other kinds by itself: it must be told of them. */
  private static void refuses(String message) {
    KnownMessage known;
    try {
      known = CLIENT.readValue(message, KnownMessage.class);
    } catch (IOException expected) {
      return;
    }
    throw new IllegalStateException(message + " is read as " + known);
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) throw new IllegalStateException(otherwise);
  }
}
