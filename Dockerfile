# A small image with the program and nothing else: static, without a shell, run
# by a user without rights. To try the bot on this computer:
#
#   docker build -t visesbot .
#   docker run --rm --read-only -v visesbot:/data -p 127.0.0.1:8080:8080 visesbot
FROM golang:1.26 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN CGO_ENABLED=0 go build -trimpath -ldflags "-s -w" -o /out/visesbot ./cmd/visesbot
RUN mkdir /out/data

FROM scratch
COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/
COPY --from=build /out/visesbot /visesbot
COPY --from=build --chown=65532:65532 /out/data /data
USER 65532:65532
WORKDIR /data
EXPOSE 8080
ENTRYPOINT ["/visesbot"]
CMD ["demo", "--addr", "0.0.0.0:8080", "--data", "/data"]
