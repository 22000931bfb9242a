# A small image with the program and nothing else: static, without a shell, run
# by a user without rights, on a root file system that is only read; what it
# keeps is in /data. To try the bot on this computer:
#
#   docker build -t visesbot .
#   docker run --rm --read-only -v visesbot:/data -p 127.0.0.1:8080:8080 visesbot
#
# For the service see compose.yaml. The build steps are also run by the tests, as
# they stand here (cmd/visesbot/image_test.go): they touch nothing outside the
# folder that they work in.
FROM golang:1.26 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN CGO_ENABLED=0 go build -trimpath -ldflags "-s -w" -o out/visesbot ./cmd/visesbot
RUN mkdir out/data

FROM scratch
COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/
COPY --from=build /src/out/visesbot /visesbot
COPY --from=build --chown=65532:65532 /src/out/data /data
USER 65532:65532
WORKDIR /data
ENV VISESBOT_STORE=sqlite:/data/visesbot.db
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s CMD ["/visesbot", "health"]
ENTRYPOINT ["/visesbot"]
CMD ["demo", "--addr", "0.0.0.0:8080", "--data", "/data"]
