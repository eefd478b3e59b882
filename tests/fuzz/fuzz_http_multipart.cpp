// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/Demand.h"
#include "http/Multipart.h"

#include <algorithm>
#include <cstdint>

using namespace Holdfast::Http;

namespace {

QString reading(QByteArrayView body, qsizetype step)
{
    QString events;
    int open = 0;
    Multipart multipart("b", {.partBegins =
                                  [&](const Multipart::PartHead &head) {
                                      demand(++open == 1);
                                      events +=
                                          u'[' + head.name + u'|' + head.fileName.value_or(QStringLiteral("-")) + u']';
                                      return std::nullopt;
                                  },
                              .partData =
                                  [&](QByteArrayView data) {
                                      demand(open == 1 && !data.isEmpty());
                                      events += QString::fromLatin1(data);
                                      return std::nullopt;
                                  },
                              .partEnds =
                                  [&] {
                                      demand(--open == 0);
                                      events += u'.';
                                      return std::nullopt;
                                  }});
    std::optional<QString> failure;
    for (qsizetype at = 0; at < body.size() && !failure; at += step)
        failure = multipart.take(body.sliced(at, std::min(step, body.size() - at)));
    demand(!multipart.complete() || (open == 0 && !failure));
    if (failure)
        return QStringLiteral("failed"); // how much came before may differ
    return multipart.complete() ? events + QStringLiteral("|whole") : QStringLiteral("open");
}

} // namespace

/// The first byte is a step: the events are the same in one piece and in steps of that many bytes.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t length)
{
    if (length < 2)
        return 0;
    const QByteArrayView body(data + 1, static_cast<qsizetype>(length - 1));
    demand(reading(body, body.size()) == reading(body, 1 + data[0] % 32));
    Multipart::boundary(body);
    return 0;
}
