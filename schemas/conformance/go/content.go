package main

import (
	"fmt"

	"mimc"
)

// What an application takes out of a message: every kind has its type, and every type its payload.
type content struct{ msgType, msgID, payload string }

func contentOf(known mimc.KnownMessage) (content, error) {
	switch m := known.GetActualInstance().(type) {
	case *mimc.PingMessage:
		return content{m.MsgType, m.MsgId, m.Payload}, nil
	case *mimc.PongMessage:
		return content{m.MsgType, m.MsgId, m.Payload}, nil
	case *mimc.TextMessage:
		return content{m.MsgType, m.MsgId, m.Payload}, nil
	case *mimc.PicFileMessage:
		return content{m.MsgType, m.MsgId, m.Payload}, nil
	case *mimc.AudioFileMessage:
		return content{m.MsgType, m.MsgId, m.Payload}, nil
	case *mimc.BinFileMessage:
		return content{m.MsgType, m.MsgId, m.Payload}, nil
	case *mimc.TextRecallMessage:
		return content{m.MsgType, m.MsgId, m.Payload.RecallMsgId}, nil
	case *mimc.PicFileRecallMessage:
		return content{m.MsgType, m.MsgId, m.Payload.RecallMsgId}, nil
	case *mimc.AudioFileRecallMessage:
		return content{m.MsgType, m.MsgId, m.Payload.RecallMsgId}, nil
	case *mimc.BinFileRecallMessage:
		return content{m.MsgType, m.MsgId, m.Payload.RecallMsgId}, nil
	case *mimc.TextReadMessage:
		return content{m.MsgType, m.MsgId, m.Payload.ReadMsgId}, nil
	case *mimc.PicFileReadMessage:
		return content{m.MsgType, m.MsgId, m.Payload.ReadMsgId}, nil
	case *mimc.AudioFileReadMessage:
		return content{m.MsgType, m.MsgId, m.Payload.ReadMsgId}, nil
	case *mimc.BinFileReadMessage:
		return content{m.MsgType, m.MsgId, m.Payload.ReadMsgId}, nil
	case *mimc.AddFriendRequestMessage:
		return content{m.MsgType, m.MsgId, m.Payload.AddRequester}, nil
	case *mimc.AddFriendResponseMessage:
		return content{m.MsgType, m.MsgId, m.Payload.AddResponser}, nil
	default:
		return content{}, fmt.Errorf("is no known kind, but %T", m)
	}
}

// Whether a payload is the text, or has it as a member.
func (c content) isOf(payload any) bool {
	members, ok := payload.(map[string]any)
	if !ok {
		return payload == c.payload
	}
	for _, member := range members {
		if member == c.payload {
			return true
		}
	}
	return false
}
