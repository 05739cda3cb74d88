module mimc/roundtrip

go 1.18

require mimc v0.0.0

replace mimc => ../target/go/client
