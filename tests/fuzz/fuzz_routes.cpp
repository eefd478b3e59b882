// SPDX-License-Identifier: GPL-3.0-or-later
// Whole requests through a whole server: sockets, parser, router, gate, handlers and database.
#include "fuzz/Demand.h"
#include "fuzz/ServerUnderFire.h"

#include <QCoreApplication>

#include <cstdint>
#include <cstdio>

using namespace Holdfast::Testing;

namespace {

ServerUnderFire &server()
{
    static int argc = 1;
    static char name[] = "fuzz_routes";
    static char *argv[] = {name, nullptr};
    static const QCoreApplication app(argc, argv);
    static ServerUnderFire server;
    return server;
}

} // namespace

/// Whatever is asked, each whole request is answered, and never with 500.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t length)
{
    static bool mayBeGone = false;
    const QByteArray text(reinterpret_cast<const char *>(data), static_cast<qsizetype>(length));
    if (mayBeGone && text.contains("$recording"))
        server().uploadRecording();
    mayBeGone = text.contains("DELETE");
    const Heard heard = server().hear(server().filledIn(text));
    const bool holds = !heard.silent && !heard.garbled &&
                       std::find(heard.statuses.begin(), heard.statuses.end(), 500) == heard.statuses.end();
    if (!holds)
        std::fprintf(stderr, "%s%s\n", heard.bytes.constData(), heard.silent ? "[and no more]" : "");
    demand(holds);
    return 0;
}
